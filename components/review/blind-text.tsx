import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type HiddenKind, piecesOf } from '#lib/review/blind.ts'

type Props = Readonly<{ locale: Locale; lang: string; children: string }>

/** A copy in its storyteller's words, with a bar for everything that was left out. */
export function BlindText({ locale, lang, children }: Props) {
  return (
    <div className="said blind" dir="auto" lang={lang}>
      {numbered(piecesOf(children)).map(({ piece, at }) =>
        'words' in piece ? <span key={at}>{piece.words}</span> : <Bar key={at} locale={locale} kind={piece.hidden} />,
      )}
    </div>
  )
}

function numbered<T>(pieces: readonly T[]) {
  return pieces.map((piece, at) => ({ piece, at }))
}

function Bar({ locale, kind }: Readonly<{ locale: Locale; kind: HiddenKind }>) {
  const t = translator(locale, 'review')
  return (
    <span className="blind__bar" lang={locale}>
      <bdi>{t(`page.hidden.${kind}`)}</bdi>
    </span>
  )
}
