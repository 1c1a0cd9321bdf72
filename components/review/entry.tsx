import { SummaryList } from '#components/ui/summary-list.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { EntryForReviewer } from '#lib/review/views.ts'
import { othersShownAnswers } from '#lib/submissions/schema.ts'
import { BlindText } from './blind-text.tsx'
import { themeWords, toolWords } from './words.ts'

/** What a reviewer reads of one entry. */
export function ReadingEntry({ locale, entry }: Readonly<{ locale: Locale; entry: EntryForReviewer }>) {
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const others = othersShownAnswers.find((one) => one === entry.othersShown)
  return (
    <div className="flow staff-reading">
      <section className="card flow" aria-labelledby="story">
        <div className="staff-between">
          <h2 id="story">{t('page.story')}</h2>
          <p className="small muted">{languageName(locale, entry.language)}</p>
        </div>
        <BlindText locale={locale} lang={entry.language}>
          {entry.story}
        </BlindText>
      </section>
      {entry.postText !== null && (
        <section className="card flow" aria-labelledby="post">
          <h2 id="post">{t('page.post')}</h2>
          <BlindText locale={locale} lang={entry.language}>
            {entry.postText}
          </BlindText>
        </section>
      )}
      <section className="card flow" aria-labelledby="survey">
        <h2 id="survey">{t('page.survey')}</h2>
        <SummaryList
          rows={[
            { key: 'themes', term: t('page.themes'), value: themeWords(locale, entry.themes) || t('page.none') },
            { key: 'tools', term: t('page.tools'), value: toolWords(locale, entry.tools) || t('page.none') },
            { key: 'others', term: t('page.others'), value: others ? staff(`othersShown.${others}`) : t('page.none') },
          ]}
        />
      </section>
    </div>
  )
}
