import { now } from '#lib/foundation/clock.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { tasksMost, waitingTasks } from '#lib/insights/today.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

/** What else waits for this member of staff, with the way to it. Says so when nothing does. */
export async function TasksToday({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  const waiting = await waitingTasks(actor, now())
  const [t, words] = [translator(locale, 'insights'), translator(locale, 'staff')]
  return (
    <section className="flow" aria-labelledby="tasks">
      <h2 id="tasks">{t('today.heading')}</h2>
      {waiting.length === 0 && <p>{t('today.nothing')}</p>}
      {waiting.length > 0 && (
        <ul className="plain tasks">
          {waiting.map(({ key, href, late, count }) => {
            const shown = wholeNumber(locale, Math.min(count, tasksMost))
            return (
              <li key={key} className={late ? 'tasks__late' : undefined}>
                <a href={href}>{t(`today.${key}`)}</a>
                <span>
                  {late && <strong>{t('today.late')} </strong>}
                  {count > tasksMost ? words('moreThan', { count: shown }) : shown}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
