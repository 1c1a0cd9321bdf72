import { FieldError } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type RubricView, scoreValues } from '#lib/review/schema.ts'

type Props = Readonly<{
  locale: Locale
  criterion: RubricView['criteria'][number]
  value: number | undefined
  error: string | undefined
}>

/** One row of the rubric: a question, five scores, and what 1, 3 and 5 mean. */
export function ScoreRow({ locale, criterion, value, error }: Props) {
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const { key, weight, anchors } = criterion
  const name = `score-${key}`
  const meaning: Readonly<Record<number, string>> = { 1: anchors.one, 3: anchors.three, 5: anchors.five }
  return (
    <fieldset className={error ? 'rub rub--err' : 'rub'} aria-describedby={`${name}-hint${error ? ` ${name}-error` : ''}`} data-scores>
      <legend>
        {anchors.name} <span className="rub__weight">{t('form.weight', { weight: String(weight) })}</span>
      </legend>
      <p className="small muted" id={`${name}-hint`}>
        {anchors.question}
      </p>
      <FieldError name={name} error={error} errorWord={staff('errorWord')} />
      <div className="scale">
        {scoreValues.map((score) => (
          <label key={score}>
            <input type="radio" id={score === 1 ? name : `${name}-${score}`} name={name} value={score} defaultChecked={value === score} />
            <span>
              {score}
              {meaning[score] && <span className="vh">: {meaning[score]}</span>}
            </span>
          </label>
        ))}
      </div>
      <ul className="ends" aria-hidden="true">
        {[1, 3, 5].map((score) => (
          <li key={score}>{t('form.end', { score: String(score), words: meaning[score] ?? '' })}</li>
        ))}
      </ul>
    </fieldset>
  )
}
