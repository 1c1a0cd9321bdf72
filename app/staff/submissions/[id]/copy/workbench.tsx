import { ApproveForm } from '#components/review/approve-form.tsx'
import { CopyDiff } from '#components/review/copy-diff.tsx'
import { CopyEditor } from '#components/review/copy-editor.tsx'
import { FoundList, MarkedText } from '#components/review/copy-marks.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { hideFindings } from '#lib/review/blind.ts'
import type { CopyWork, MadeCopy } from '#lib/review/copies-views.ts'
import { approve, save } from './actions.ts'

type Props = Readonly<{ locale: Locale; reference: string; title: string; work: CopyWork }>

/** The words as they were sent beside the copy, what differs between them, and the step that approves it. */
export function CopyWorkbench({ locale, reference, title, work }: Props) {
  const { newest } = work
  const current = newest && !newest.outdated ? newest : null
  const start = {
    ...{ reference, version: String(work.version), seen: String(newest?.number ?? 0) },
    story: current?.story ?? hideFindings(work.entry.story, work.found.story),
    postText: current?.postText ?? hideFindings(work.entry.postText ?? '', work.found.postText),
  }
  return (
    <>
      {newest && <Differences locale={locale} reference={reference} title={title} work={work} copy={newest} />}
      <div className="copy-two">
        <Sent locale={locale} work={work} />
        <CopyEditor locale={locale} title={title} start={start} hasPost={work.entry.postText !== null} action={save} />
      </div>
    </>
  )
}

function Sent({ locale, work }: Readonly<{ locale: Locale; work: CopyWork }>) {
  const t = translator(locale, 'review')
  const found = [...work.found.story, ...work.found.postText]
  return (
    <section className="card flow" aria-labelledby="found">
      <h2 id="found">{t('copy.found')}</h2>
      {found.length > 0 ? (
        <>
          <p className="hint">{t('copy.foundHint')}</p>
          <FoundList locale={locale} found={found} />
        </>
      ) : (
        <p className="hint">{t('copy.foundNothing')}</p>
      )}
      <h3>{t('copy.story')}</h3>
      <MarkedText text={work.entry.story} found={work.found.story} lang={work.language} />
      {work.entry.postText !== null && (
        <>
          <h3>{t('copy.post')}</h3>
          <MarkedText text={work.entry.postText} found={work.found.postText} lang={work.language} />
        </>
      )}
    </section>
  )
}

function Differences({ locale, reference, title, work, copy }: Props & Readonly<{ copy: MadeCopy }>) {
  const t = translator(locale, 'review')
  const { entry, language, stillFound } = work
  return (
    <section className="card flow" id="differences" aria-labelledby="differing">
      <h2 id="differing">{t('copy.diffHeading')}</h2>
      <p className="small muted">{t('copy.made', { number: String(copy.number), by: copy.madeBy, at: dateTime(locale, copy.madeAt) })}</p>
      {copy.approvedBy && copy.approvedAt && (
        <p className="small muted">{t('copy.approvedBy', { by: copy.approvedBy, at: dateTime(locale, copy.approvedAt) })}</p>
      )}
      <h3>{t('copy.story')}</h3>
      <CopyDiff locale={locale} before={entry.story} after={copy.story} lang={language} />
      {entry.postText !== null && (
        <>
          <h3>{t('copy.post')}</h3>
          <CopyDiff locale={locale} before={entry.postText} after={copy.postText ?? ''} lang={language} />
        </>
      )}
      {copy.outdated && <p className="note note--warn">{t('copy.outdated')}</p>}
      {!copy.outdated && !copy.approvedAt && (
        <ApproveForm
          locale={locale}
          title={title}
          reference={reference}
          number={copy.number}
          stillFound={[...stillFound.story, ...stillFound.postText]}
          action={approve}
        />
      )}
    </section>
  )
}
