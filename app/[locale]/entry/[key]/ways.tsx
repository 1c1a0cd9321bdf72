import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { OwnEntry } from '#lib/submissions/views.ts'
import { entryPath } from './own-key.ts'

type Props = { readonly locale: Locale; readonly entry: OwnEntry; readonly entryKey: string }

/** What a storyteller can do with their entry now, each with what it means. */
export function Ways({ locale, entry, entryKey }: Props) {
  const t = translator(locale, 'entry')
  const href = (below: string) => localPath(locale, entryPath(entryKey, below))
  return (
    <>
      {entry.canEdit && <Way id="edit" heading={t('edit.title')} text={t('edit.card')} href={href('/edit')} action={t('edit.action')} />}
      <Way id="held" heading={t('held.title')} text={t('held.card')} href={href('/held')} action={t('held.action')} />
      {entry.canWithdraw && (
        <Way
          id="withdraw"
          heading={t('withdraw.title')}
          text={t('withdraw.card')}
          href={href('/withdraw')}
          action={t('withdraw.button')}
          isGrave
        />
      )}
      <Way id="erase" heading={t('erase.title')} text={t('erase.card')} href={href('/erase')} action={t('erase.button')} isGrave />
    </>
  )
}

type Card = { id: string; heading: string; text: string; href: string; action: string; isGrave?: boolean }

function Way({ id, heading, text, href, action, isGrave = false }: Card) {
  return (
    <section className="card flow flow--2" aria-labelledby={`way-${id}`}>
      <h2 className="heading-400" id={`way-${id}`}>
        {heading}
      </h2>
      <p>{text}</p>
      <p>
        <ButtonLink look={isGrave ? 'danger' : 'line'} small href={href}>
          {action}
        </ButtonLink>
      </p>
    </section>
  )
}

/** The appeal about this entry as it stands, or how to make one. */
export function Appealing({ locale, entry: { appeal, appealUntil }, entryKey }: Props) {
  const t = translator(locale, 'entry')
  if (!appeal && !appealUntil) return null
  return (
    <section className="flow flow--2" aria-labelledby="appeal">
      <h2 className="heading-500" id="appeal">
        {t('appeal.heading')}
      </h2>
      {appealUntil && (
        <>
          <p>{t('appeal.until', { date: dateTime(locale, appealUntil) })}</p>
          <p>
            <ButtonLink look="line" href={localPath(locale, entryPath(entryKey, '/appeal'))}>
              {t('appeal.action')}
            </ButtonLink>
          </p>
        </>
      )}
      {appeal && <p className="muted">{t('appeal.sentOn', { date: dateTime(locale, appeal.sentAt) })}</p>}
      {appeal && !appeal.decided && <p>{t('appeal.waiting')}</p>}
      {appeal?.decided && (
        <>
          <p>
            <b>{t(appeal.decided.upheld ? 'appeal.upheld' : 'appeal.rejected', { date: dateTime(locale, appeal.decided.at) })}</b>
          </p>
          <p>
            {t('appeal.reason')}: <bdi className="said">{appeal.decided.reason}</bdi>
          </p>
        </>
      )}
    </section>
  )
}

const done = {
  edited: 'edit.saved',
  withdrawn: 'withdraw.done',
  restored: 'withdraw.restored',
  appealed: 'appeal.sent',
} as const

/** What was just done, if that is still how it stands. */
export function Done({ locale, entry, what }: { readonly locale: Locale; readonly entry: OwnEntry; readonly what: string | undefined }) {
  const known = (Object.keys(done) as (keyof typeof done)[]).find((name) => name === what)
  const isSo = known === 'appealed' ? entry.appeal !== null : (known === 'withdrawn') === (entry.plainStatus === 'withdrawn')
  if (!known || !isSo) return null
  return (
    <p className="note note--info" role="status">
      {translator(locale, 'entry')(done[known])}
    </p>
  )
}
