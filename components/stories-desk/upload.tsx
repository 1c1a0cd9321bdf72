import { UploadCard } from '#components/staff/upload-card.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { uploadFaults, uploadLimits } from '#lib/stories/editing/upload-limits.ts'

const megabyte = 1_000_000

/** Sends a film or poster to a story. */
export function Upload({ locale, storyId }: Readonly<{ locale: Locale; storyId: string }>) {
  const t = translator(locale, 'storyDesk')
  const most = { film: String(uploadLimits.film / megabyte), poster: String(uploadLimits.poster / megabyte) }
  return (
    <UploadCard
      {...{ locale, taker: 'story', id: storyId, done: 'file', accept: '.mp4,.webm,.jpg,.jpeg,.png' }}
      heading={t('files.upload')}
      hint={t('files.uploadHint', most)}
      faults={Object.fromEntries(uploadFaults.map((fault) => [fault, t(`files.fault.${fault}`)]))}
    />
  )
}
