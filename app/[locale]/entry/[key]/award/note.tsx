import { ButtonLink } from '#components/ui/button.tsx'
import { ownAward } from '#lib/awards/queries.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryPath } from '../own-key.ts'

/** On the page of an entry: its award, once there is one to know of. */
export async function AwardNote({ locale, entryKey }: { readonly locale: Locale; readonly entryKey: string }) {
  const award = await ownAward(entryKey)
  if (!award) return null
  const t = translator(locale, 'awards')
  return (
    <section className="card flow flow--2" aria-labelledby="award">
      <h2 className="heading-500" id="award">
        {t('own.card', { amount: amount(locale, award.units) })}
      </h2>
      <p>
        {award.state === 'open'
          ? t(award.canClaim ? 'own.cardText.open' : 'own.state.closed', { date: dateTime(locale, award.claimUntil) })
          : t(`own.cardText.${award.state}`)}
      </p>
      <p>
        <ButtonLink look={award.canClaim ? 'primary' : 'line'} href={localPath(locale, entryPath(entryKey, '/award'))}>
          {t('own.cardAction')}
        </ButtonLink>
      </p>
    </section>
  )
}
