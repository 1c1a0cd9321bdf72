import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Where a module of ours says what it saved. Without scripts nothing stands here. */
export function Autosave({ locale }: Readonly<{ locale: Locale }>) {
  const t = translator(locale, 'storyDesk')
  const words = { 'data-on': t('autosave.on'), 'data-saved': t('autosave.saved', { number: '#' }), 'data-failed': t('autosave.failed') }
  return (
    <>
      <span className="small muted" role="status" data-autosave="" {...words} />
      <script type="module" src="/modules/story-desk.js" />
    </>
  )
}
