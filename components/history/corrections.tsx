import type { CorrectionView } from '#lib/history/views.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { spoken } from './words.ts'

type Props = { readonly corrections: readonly CorrectionView[]; readonly t: Translator<'history'> }

/** When something readers saw was put right, and why. */
export function Corrections({ corrections, t }: Props) {
  return corrections.map(({ date, machine, why }) => (
    <p key={machine + why.text} className="small entry__corrected">
      {t.rich('corrected', {
        b: (words) => <b>{words}</b>,
        date: (words) => <time dateTime={machine}>{words}</time>,
        day: date,
        why: () => <span {...spoken(why)}>{why.text}</span>,
      })}
    </p>
  ))
}
