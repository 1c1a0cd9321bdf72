import { Button } from '#components/ui/button.tsx'
import { Radios } from '#components/ui/choices.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { templateKeys } from '#lib/awards/templates.ts'
import type { Candidate } from '#lib/awards/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{
  locale: Locale
  candidates: readonly Candidate[]
  template: string
  placeOf: (reference: string) => string
  left: string
  problem: Readonly<{ words: string; field: string; reference: string | null }> | null
}>

/** Chooses how to share the pool and in which order. It only asks to see the result: nothing is proposed by it. */
export function PlacesForm({ locale, candidates, template, placeOf, left, problem }: Props) {
  const [t, staff] = [translator(locale, 'awards'), translator(locale, 'staff')]
  return (
    <form action="/staff/awards/propose" className="card flow" aria-labelledby="share" noValidate>
      <h2 id="share">{t('sharing.heading')}</h2>
      <ErrorSummary heading={staff('problem')} problems={problem ? [{ words: problem.words, href: `#${problem.field}` }] : []} />
      <p>{t('sharing.lead', { left })}</p>
      <Radios
        name="template"
        label={t('sharing.template')}
        hint={t('sharing.templateHint')}
        error={problem?.field === 'template' ? problem.words : undefined}
        errorWord={staff('errorWord')}
        value={template}
        choices={templateKeys.map((value) => ({ value, label: t(`sharing.${value}`), hint: t(`sharing.${value}Hint`) }))}
      />
      <TableRegion labelledBy="places">
        <table>
          <caption id="places">
            {t('sharing.places')}
            <span className="hint">{t('sharing.placesHint')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('entry')}</th>
              <th scope="col">{t('sharing.place')}</th>
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ reference, canHavePrize }) => (
              <tr key={reference}>
                <th scope="row">
                  <a href={`/staff/submissions/${reference}`}>
                    <Ltr>{reference}</Ltr>
                  </a>
                </th>
                <td>
                  {canHavePrize ? (
                    <input
                      className="input input--place"
                      id={`place-${reference}`}
                      name={`place-${reference}`}
                      inputMode="numeric"
                      autoComplete="off"
                      dir="ltr"
                      aria-label={t('sharing.placeOf', { reference })}
                      aria-invalid={problem?.reference === reference ? true : undefined}
                      defaultValue={placeOf(reference)}
                    />
                  ) : (
                    t('sharing.noPrize')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <Button>{t('sharing.show')}</Button>
    </form>
  )
}
