import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { wordDiff } from '#lib/review/blind-diff.ts'

type Props = Readonly<{ locale: Locale; before: string; after: string; lang: string }>

/** Both texts in one: what was taken out and what was put in, for eyes and ears. */
export function CopyDiff({ locale, before, after, lang }: Props) {
  const t = translator(locale, 'review')
  if (before === after) return <p className="muted">{t('copy.noDifference')}</p>
  const parts = wordDiff(before, after, lang).map((part, at) => ({ ...part, at }))
  return (
    <div className="copy-diff" dir="auto" lang={lang}>
      {parts.map(({ kind, text, at }) => {
        if (kind === 'same') return <span key={at}>{text}</span>
        const Changed = kind === 'removed' ? 'del' : 'ins'
        return (
          <Changed key={at}>
            <span className="vh" lang={locale}>
              {t(`copy.${kind}`)}{' '}
            </span>
            {text}
          </Changed>
        )
      })}
    </div>
  )
}
