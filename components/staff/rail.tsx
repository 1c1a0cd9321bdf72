import { Icon, type IconName } from '#components/ui/icon.tsx'
import { Mark } from '#components/ui/mark.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localeNames, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, type StaffVerb } from '#lib/staff/permissions.ts'

/** Every place of the back office, in the order of the rail, with what has to be allowed to go there. */
const places = [
  { place: 'today', href: '/staff', icon: 'flag', verb: 'today.see' },
  { place: 'entries', href: '/staff/submissions', icon: 'inbox', verb: 'submission.list' },
  { place: 'review', href: '/staff/review', icon: 'eye', verb: 'review.read' },
  { place: 'selection', href: '/staff/selection', icon: 'check', verb: 'selection.see' },
  { place: 'awards', href: '/staff/awards', icon: 'award', verb: 'award.see' },
  { place: 'films', href: '/staff/films', icon: 'film', verb: 'film.see' },
  { place: 'stories', href: '/staff/stories', icon: 'play', verb: 'story.edit' },
  { place: 'history', href: '/staff/history', icon: 'cal', verb: 'history.edit' },
  { place: 'insights', href: '/staff/insights', icon: 'board', verb: 'insights.see' },
  { place: 'mail', href: '/staff/mail', icon: 'link', verb: 'mail.see' },
  { place: 'people', href: '/staff/people', icon: 'lock', verb: 'people.manage' },
  { place: 'campaign', href: '/staff/campaign', icon: 'edit', verb: 'campaign.see' },
  { place: 'audit', href: '/staff/audit', icon: 'clock', verb: 'audit.see' },
] as const satisfies readonly Readonly<{ place: string; href: string; icon: IconName; verb: StaffVerb }>[]

export type Place = (typeof places)[number]['place']
type Props = Readonly<{ locale: Locale; actor: StaffActor; current: Place | null; waiting: number | null; countedMost: number }>

/** The way round the staff pages, and out. */
export function Rail({ locale, actor, current, waiting, countedMost }: Props) {
  const t = translator(locale, 'staff')
  const number = waiting === null ? null : `${wholeNumber(locale, Math.min(waiting, countedMost))}${waiting > countedMost ? '+' : ''}`
  return (
    <header className="rail">
      <a className="mark" href="/staff">
        <Mark />
        <span>
          {t('site')}
          <span className="rail__staff">{t('staff')}</span>
        </span>
      </a>
      <nav aria-label={t('nav')}>
        <ul className="plain">
          {places
            .filter(({ verb }) => may(actor, verb))
            .map(({ place, href, icon }) => (
              <RailLink key={place} href={href} icon={icon} current={current === place}>
                {t(place)}
                {place === 'entries' && number !== null && (
                  <span className="n">
                    {number}
                    <span className="vh"> {t('waitingShort')}</span>
                  </span>
                )}
              </RailLink>
            ))}
        </ul>
        <WhoIsHere locale={locale} actor={actor} />
      </nav>
    </header>
  )
}

function RailLink({
  href,
  icon,
  current,
  children,
}: Readonly<{ href: string; icon: IconName; current: boolean; children: React.ReactNode }>) {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {children}
      </a>
    </li>
  )
}

function WhoIsHere({ locale, actor }: Pick<Props, 'locale' | 'actor'>) {
  const t = translator(locale, 'staff')
  return (
    <div className="rail__who">
      <p>
        <span className="vh">{t('signedInAs')} </span>
        <a href="/staff/account">
          <b>
            <bdi>{actor.name ?? actor.email}</bdi>
          </b>
        </a>
        <br />
        {t(`role.${actor.role}`)}
      </p>
      <form method="post" action="/staff/sign-out">
        <button className="btn btn--line" type="submit">
          {t('signOut')}
        </button>
      </form>
      <form method="post" action="/staff/language" className="rail__languages">
        <fieldset>
          <legend className="vh">{t('language')}</legend>
          {locales.map((other) => (
            <button
              key={other}
              type="submit"
              name="language"
              value={other}
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
            >
              {localeNames[other]}
            </button>
          ))}
        </fieldset>
      </form>
    </div>
  )
}
