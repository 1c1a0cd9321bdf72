import { requireStaff } from '#app/_auth/session.ts'
import { HistoryForm } from '#components/history-desk/form.tsx'
import { noWords } from '#lib/history/editing/content.ts'
import { claimOnDesk } from '#lib/history/editing/queries.ts'
import { languageName } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { HistoryDesk } from '../../../desk.tsx'
import { reasonFields, wordFields, wordValues } from '../../../fields.ts'
import { saveWords } from './actions.ts'

/** The words of one entry in one language, beside the English. */
export default async function WordsPage({ params }: PageProps<'/staff/history/[id]/words/[locale]'>) {
  const actor = await requireStaff()
  const [locale, { id, locale: tag }] = await Promise.all([staffLocale(), params])
  const language = localeOf(tag)
  const claim = language && may(actor, 'history.edit') ? await claimOnDesk(actor, id) : null
  if (!language || !claim) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'historyDesk')
  const heading = t('words.of', { language: languageName(locale, language) })
  const english = language === defaultLocale ? null : (claim.content.words[defaultLocale] ?? noWords)
  return (
    <HistoryDesk
      locale={locale}
      actor={actor}
      back={{ href: `/staff/history/${id}`, words: t('backEntry') }}
      heading={<bdi lang="en">{claim.title}</bdi>}
      query={{}}
    >
      <HistoryForm
        locale={locale}
        page={heading}
        heading={heading}
        fields={[...wordFields(locale, english), ...reasonFields(locale, { told: true })]}
        values={wordValues(claim.content.words[language])}
        hidden={{ claim: id, base: String(claim.version), locale: language }}
        button={t('words.save')}
        action={saveWords}
      />
    </HistoryDesk>
  )
}
