import { Corrections } from '#components/results/corrections.tsx'
import { Method } from '#components/results/method.tsx'
import { ResultNumbers } from '#components/results/numbers.tsx'
import { PoolLine } from '#components/results/pool-line.tsx'
import { Spread } from '#components/results/spread.tsx'
import { Winners } from '#components/results/winners.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextPage, TextSection } from '#components/ui/text-page.tsx'
import type { PublicPool } from '#lib/awards/views.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PublicResults } from '#lib/review/selection/results.ts'

type Props = Readonly<{ locale: Locale; timeZone: string; results: PublicResults; pool: PublicPool }>

/** The page of results once they are out: who, how many, how, and every correction since. */
export function Released({ locale, timeZone, results, pool }: Props) {
  const t = translator(locale, 'results')
  const { counts, winners, corrections, movedUp, leftSince, answeredLater } = results
  const since = { movedUp, leftSince, answeredLater }
  return (
    <TextPage title={t('title')} lead={t('lead', { date: dateTime(locale, results.releasedAt, timeZone) })}>
      <TextSection id="selected" title={t('chosen')}>
        <p>{t('chosenText')}</p>
        <Winners locale={locale} {...winners} />
      </TextSection>
      <TextSection id="numbers" title={t('inNumbers')}>
        <ResultNumbers locale={locale} counts={counts} {...since} />
      </TextSection>
      <PoolLine locale={locale} pool={pool} />
      <TextSection id="method" title={t('method')}>
        <Method locale={locale} rubric={results.rubric} counts={counts} seed={results.seed} />
      </TextSection>
      <TextSection id="spread" title={t('spread')}>
        <Spread locale={locale} themes={results.themes} languages={results.languages} />
      </TextSection>
      <TextSection id="corrections" title={t('corrections')}>
        <Corrections locale={locale} corrections={corrections} />
      </TextSection>
      <div className="flow">
        <p>{t('own')}</p>
        <p className="btns">
          <ButtonLink href={localPath(locale, '/entry')}>{t('entry')}</ButtonLink>
          <ButtonLink href={localPath(locale, '/rules')} look="line">
            {t('rules')}
          </ButtonLink>
        </p>
      </div>
    </TextPage>
  )
}
