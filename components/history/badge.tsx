import { Icon, type IconName } from '#components/ui/icon.tsx'
import type { BadgeKey } from '#lib/history/badges.ts'
import type { Translator } from '#lib/i18n/translator.ts'

type Look = 'ok' | 'dispute' | 'told' | 'mute'

const looks: Readonly<Record<BadgeKey, Readonly<{ look: Look; icon: IconName }>>> = {
  confirmed: { look: 'ok', icon: 'ok2' },
  corrected: { look: 'dispute', icon: 'split' },
  notConfirmed: { look: 'told', icon: 'told' },
  opinion: { look: 'mute', icon: 'user' },
}

/** What the check found: a word, with an icon beside it. */
export function Badge({ badge, t }: { readonly badge: BadgeKey; readonly t: Translator<'history'> }) {
  const { look, icon } = looks[badge]
  return (
    <span className={`badge badge--${look}`}>
      <Icon name={icon} />
      {t(`badge.${badge}`)}
    </span>
  )
}

/** The mark of the dot on the thread, which repeats the badge. */
export function dotOf(badge: BadgeKey): Look {
  return looks[badge].look
}
