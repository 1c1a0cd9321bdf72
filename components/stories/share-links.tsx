import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { embedSize, frameCode } from '#lib/stories/embed.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { filmOf } from './paths.ts'
import { megabytes } from './release-time.ts'

const wide = { width: 16, height: 9 }

type Props = { readonly locale: Locale; readonly story: StoryView; readonly url: string }

/** Ways to pass a story on: plain links, nothing of anybody else is loaded. Copying needs our module and shows with it. */
export function ShareLinks({ locale, story, url }: Props) {
  const t = translator(locale, 'stories')
  const film = filmOf(story, 'video/mp4')
  return (
    <section className="flow" aria-labelledby="pass-on">
      <h2 id="pass-on" className="story__h">
        {t('share.heading')}
      </h2>
      <ul className="share">
        <li hidden>
          <button className="btn btn--line btn--sm" type="button" data-copy={url} data-copied={t('share.copied')}>
            <Icon name="link" />
            <span aria-live="polite">{t('share.copy')}</span>
          </button>
        </li>
        {places(url, story.title).map(({ name, href }) => (
          <li key={name}>
            <a className="btn btn--line btn--sm" href={href} rel="noopener">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <details className="more">
        <summary>{t('embed.heading')}</summary>
        <div className="flow">
          <p>{t('embed.text')}</p>
          <pre className="code" dir="ltr">
            <code>{frameCode(`${url}/embed`, story.title, embedSize(film ?? wide, { width: null, height: null }))}</code>
          </pre>
        </div>
      </details>
      {film && (
        <p>
          <a className="story__file" href={film.path} download>
            <Icon name="down" />
            {t('share.download', { size: megabytes(locale, film.bytes) })}
          </a>
        </p>
      )}
    </section>
  )
}

function places(url: string, title: string): { name: string; href: string }[] {
  const address = (base: string, query: Record<string, string>) => `${base}?${new URLSearchParams(query)}`
  return [
    { name: 'WhatsApp', href: address('https://wa.me/', { text: `${title} ${url}` }) },
    { name: 'Telegram', href: address('https://t.me/share/url', { url, text: title }) },
    { name: 'X', href: address('https://x.com/intent/post', { url, text: title }) },
    { name: 'Facebook', href: address('https://www.facebook.com/sharer/sharer.php', { u: url }) },
  ]
}
