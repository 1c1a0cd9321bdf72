import { currentSession, requireStaff } from '#app/_auth/session.ts'
import { PersonDesk } from '#components/staff/people-desk.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { longDate } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { personForStaff } from '#lib/staff/directory.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { personDeed } from './actions.ts'

const doings = ['saved', 'role', 'ended', 'factor'] as const

/** One person: what they may do, where they are signed in, and how they leave or come back. */
export default async function PersonPage({ params, searchParams }: PageProps<'/staff/people/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }, own] = await Promise.all([staffLocale(), params, searchParams, currentSession()])
  const found = may(actor, 'people.manage') ? await personForStaff(actor, id) : null
  if (!found) return <Missing locale={locale} actor={actor} />
  const { person, sessions } = found
  const t = translator(locale, 'people')
  const doing = doings.find((known) => known === done)
  const removedAt = person.removedAt
  return (
    <Desk locale={locale} actor={actor} current="people">
      <BackLink href="/staff/people">{t('one.back')}</BackLink>
      <h1>
        <bdi>{person.name ?? person.email}</bdi>
      </h1>
      {doing && (
        <p className="note note--info" role="status">
          {t(`done.${doing}`)}
        </p>
      )}
      <p>
        <Ltr>{person.email}</Ltr>
        <br />
        {removedAt
          ? t('one.removedOn', { date: longDate(locale, removedAt) })
          : t('one.invitedOn', { date: longDate(locale, person.invitedAt) })}
      </p>
      <PersonDesk
        locale={locale}
        id={person.id}
        who={isolated(person.name ?? person.email)}
        stored={{
          email: person.email,
          name: person.name ?? '',
          role: person.role,
          independent: person.independent,
          languages: person.languages.join(' '),
          version: String(person.version),
        }}
        removed={removedAt !== null}
        hasFactor={person.hasFactor}
        isOwn={person.id === actor.id}
        sessions={sessions}
        ownSessionId={own?.id ?? ''}
        action={personDeed}
      />
    </Desk>
  )
}

/** Between marks that keep a name together in a sentence of the other direction. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`
}
