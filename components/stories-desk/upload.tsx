import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { uploadFaults, uploadLimits } from '#lib/stories/editing/upload-limits.ts'

const megabyte = 1_000_000

/** Sends a film or poster in pieces, where scripts run; elsewhere says that it needs them. */
export function Upload({ locale, storyId }: Readonly<{ locale: Locale; storyId: string }>) {
  const t = translator(locale, 'storyDesk')
  const words = {
    'data-percent': t('files.percent', { percent: '#' }),
    'data-checking': t('files.checking'),
    'data-failed': t('files.failed'),
    'data-pause': t('files.pause'),
    'data-resume': t('files.resume'),
    ...Object.fromEntries(uploadFaults.map((fault) => [`data-fault-${fault}`, t(`files.fault.${fault}`)])),
  }
  const most = { film: String(uploadLimits.film / megabyte), poster: String(uploadLimits.poster / megabyte) }
  return (
    <section
      className="card flow story-form"
      aria-labelledby="upload-heading"
      data-upload={storyId}
      data-most={uploadLimits.film}
      {...words}
    >
      <h2 id="upload-heading">{t('files.upload')}</h2>
      <noscript>
        <p className="note note--warn">{t('files.noScript')}</p>
      </noscript>
      <div className="drop">
        <label className="l" htmlFor="upload">
          {t('files.choose')}
        </label>
        <p className="hint" id="upload-hint">
          {t('files.uploadHint', most)}
        </p>
        <input id="upload" type="file" accept=".mp4,.webm,.jpg,.jpeg,.png" aria-describedby="upload-hint" />
        <progress max={100} value={0} hidden aria-label={t('files.upload')} />
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
