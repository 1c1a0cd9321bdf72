import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'
import { lackWords } from './problems.ts'

/** What a story still needs before it can go live. */
export function Checks({ locale, story }: Readonly<{ locale: Locale; story: DeskStory }>) {
  const t = translator(locale, 'storyDesk')
  return (
    <section className="card flow" aria-labelledby="checks">
      <h2 id="checks">{t('checks.heading')}</h2>
      <ul className="plain checks">
        {needs(story).map(({ lack, language }) => {
          const open = story.missing.some((one) => (one.lack === lack || one.lack === `${lack}Faulty`) && one.locale === language)
          return (
            <li key={`${lack} ${language}`} className={open ? 'is-open' : 'is-done'}>
              <Icon name={open ? 'cross' : 'check'} />
              <span>
                <b className="vh">{t(open ? 'checks.open' : 'checks.done')} </b>
                {lackWords(locale, lack, language)}
              </span>
            </li>
          )
        })}
      </ul>
      <p>{t('checks.left', { count: story.missing.length })}</p>
    </section>
  )
}

function needs({ content: { facts } }: DeskStory) {
  const spoken = facts.language === 'en' ? (['en'] as const) : (['en', facts.language] as const)
  const words = spoken.flatMap((language) => [{ lack: 'transcript', language } as const, { lack: 'captions', language } as const])
  const teller = [{ lack: 'name', language: 'en' } as const, { lack: 'release', language: null } as const]
  return [
    { lack: 'text', language: 'en' } as const,
    ...words,
    { lack: 'film', language: null } as const,
    { lack: 'poster', language: null } as const,
    ...(facts.kind === 'storyteller' ? teller : []),
  ]
}
