import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Kind } from '#lib/stories/schema.ts'

/** Says wherever a film is shown that it is nobody's real story. Nothing for a storyteller's film. */
export function IllustrativeLabel({ locale, kind }: { readonly locale: Locale; readonly kind: Kind }) {
  if (kind !== 'illustrative') return null
  return (
    <p className="illustrative">
      <Icon name="info" />
      {translator(locale, 'stories')('illustrative')}
    </p>
  )
}
