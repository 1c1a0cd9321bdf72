import type { Translated } from '../../translated.ts'
import type en from '../en/ready-text.ts'

export default {
  title: 'Palabras para tu publicación',
  lead: 'Elige dónde quieres publicar y en qué idioma. Recibes un comienzo con todo lo que una publicación necesita para participar. La historia la escribes tú.',
  platform: '¿Dónde vas a publicar?',
  platformEmpty: 'Elige un sitio',
  platformMissing: 'Elige el sitio donde quieres publicar',
  language: '¿En qué idioma vas a escribir?',
  languageHint:
    'Tu historia puede estar en cualquier idioma. Si el tuyo no está aquí, escríbelo todo con tus palabras y conserva la etiqueta.',
  show: 'Mostrar las palabras',
  heading: 'Para {platform}',
  text: 'Copia esto y termínalo con tus palabras',
  count: 'Ocupa {used} de {limit} caracteres, tal como los cuenta {platform}. Quedan {left} para tus palabras.',
  countOnly: '{used} caracteres. {platform} no dice cuántos admite.',
  copy: 'Copiar las palabras',
  copied: 'Copiado',
  open: 'Abrir {platform} con estas palabras',
  openEmpty: 'Abrir {platform}',
  paste: '{platform} no admite palabras desde aquí. Cópialas antes y pégalas allí.',
  noComposer: 'Copia las palabras, abre la aplicación de {platform} y pégalas allí.',
  anotherServer: 'Esto abre mastodon.social. Si tu cuenta está en otro servidor, copia las palabras y pégalas allí.',
  newTab: 'se abre en una pestaña nueva',
  keep: 'Lo que tiene que quedar',
  keepHashtag: '<ltr>{hashtag}</ltr>: así encontramos tu publicación.',
  keepPublic: 'La publicación tiene que ser pública.',
  keepTag: '<ltr>{tag}</ltr> y la última frase: dicen a quien lee que participas en un concurso.',
  afterwards: 'Cuando esté publicada, vuelve con su enlace',
  back: 'Volver a tu publicación',
  inForm: 'Obtener las palabras para un sitio, con su límite de longitud',
  tag: '#concurso',
  lines: {
    long: 'Lo que cambió para mí.\n\nAntes: …\nEntonces: …\nHoy: …\n\n{hashtag} {tag}\nParticipo en un concurso que organiza Binance.',
    short: 'Lo que cambió para mí: …\n\n{hashtag} {tag}\nParticipo en un concurso que organiza Binance.',
  },
} satisfies Translated<typeof en>
