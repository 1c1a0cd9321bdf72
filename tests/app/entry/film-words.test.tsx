import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OwnFilmPart } from '#app/[locale]/entry/[key]/film/film.tsx'

test('the words of a film stand once in each language, which says how it runs, and what differs unseen is named', () => {
  const words = [
    { language: 'es', title: 'Título de muestra', lines: [{ at: 0, chapter: 'Capítulo', says: 'Palabras', shows: 'Imagen' }] },
    { language: 'ar', title: null, lines: [{ at: 0, says: 'كلمات' }] },
  ]
  const film = {
    ...{ hash: '', canAgree: true, canChange: true, agreedAt: null, change: null, files: [], portrait: null, poster: null },
    ...{ width: 16, height: 9, captions: [], words, changes: [], differsUnseen: false },
  }
  const shown = renderToStaticMarkup(<OwnFilmPart locale="en" entryKey="key" film={film} />)
  expect(shown.match(/<summary>[^<]*/g)).toEqual(['<summary>The film in words (Spanish)', '<summary>The film in words (Arabic)'])
  expect(shown).toMatch(/lang="es" dir="ltr".*Título de muestra.*Capítulo.*Palabras.*Imagen.*lang="ar" dir="rtl".*كلمات/s)
  const again = renderToStaticMarkup(<OwnFilmPart locale="en" entryKey="key" film={{ ...film, differsUnseen: true }} />)
  expect([shown, again].map((page) => page.includes('We cannot show here what differs'))).toEqual([false, true])
})
