import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { uploadLimits } from '#lib/stories/editing/upload-limits.ts'

type Props = Readonly<{
  locale: Locale
  /** What the file is for, as the taker of uploads names it, and its id. */
  taker: 'story' | 'film'
  id: string
  /** What the page is told when it opens anew: `?done=`. */
  done: string
  /** The endings of the files that are offered. */
  accept: string
  heading: string
  hint: string
  /** The words for each fault or code of a refusal. */
  faults: Readonly<Record<string, string>>
}>

/** Sends a film or poster in pieces, where scripts run; elsewhere says that it needs them. */
export function UploadCard({ locale, taker, id, done, accept, heading, hint, faults }: Props) {
  const t = translator(locale, 'storyDesk')
  const words = {
    'data-percent': t('files.percent', { percent: '#' }),
    'data-checking': t('files.checking'),
    'data-failed': t('files.failed'),
    'data-pause': t('files.pause'),
    'data-resume': t('files.resume'),
    ...Object.fromEntries(Object.entries(faults).map(([fault, said]) => [`data-fault-${fault.replace('.', '-')}`, said])),
  }
  const about = { 'data-upload': id, 'data-for': taker, 'data-done': done, 'data-most': uploadLimits.film }
  return (
    <section className="card flow story-form" aria-labelledby="upload-heading" {...about} {...words}>
      <h2 id="upload-heading">{heading}</h2>
      <noscript>
        <p className="note note--warn">{t('files.noScript')}</p>
      </noscript>
      <div className="drop">
        <label className="l" htmlFor="upload">
          {t('files.choose')}
        </label>
        <p className="hint" id="upload-hint">
          {hint}
        </p>
        <input id="upload" type="file" accept={accept} aria-describedby="upload-hint" />
        <progress max={100} value={0} hidden aria-label={heading} />
        <p role="status" data-status="" />
        <div className="btns" data-ways="" hidden>
          <Button>{t('files.start')}</Button>
          <button type="button" className="btn btn--line" data-hold="" hidden>
            {t('files.pause')}
          </button>
        </div>
      </div>
      <script type="module" src="/modules/upload.js" />
    </section>
  )
}
