import { PostCheck } from '#components/submissions/post-check.tsx'
import { Said } from '#components/submissions/said.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { entryWindow } from '#lib/campaign/policy.ts'
import { longDate } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PostCheckView } from '#lib/submissions/post-checks/view.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { platformOf } from './entry-table.tsx'
import { Time } from './time.tsx'

export type Window = Readonly<{ opensAt: Date; closesAt: Date | null }>
type Props = Readonly<{ locale: Locale; post: EntryForStaff['post']; language: string; window: Window; check: PostCheckView | null }>

/** The post an entry stands on: its link, its words, and when it was published beside the window of the campaign. */
export function EntryPost({ locale, post, language, window, check }: Props) {
  const t = translator(locale, 'staff')
  const date = (at: Date) => longDate(locale, at)
  const { opensAt, closesAt } = window
  return (
    <section className="card flow" aria-labelledby="post">
      <h2 id="post">{t('entry.post')}</h2>
      <p>
        {post.url ? (
          <a href={post.url} rel="noopener noreferrer nofollow" target="_blank">
            {t('entry.open', { platform: platformOf(post.platform) })} <Icon name="ext" />
            <span className="vh"> ({t('entry.newTab')})</span>
          </a>
        ) : (
          t('entry.noLink')
        )}
      </p>
      {post.soft && <p className="note note--warn">{t(post.contested ? 'entry.contested' : 'entry.soft')}</p>}
      <SummaryList
        rows={[
          {
            key: 'posted',
            term: t('entry.postedAt'),
            value: post.postedAt ? <Posted locale={locale} at={post.postedAt} window={window} /> : t('entry.postedUnknown'),
          },
          {
            key: 'window',
            term: t('entry.window'),
            value: closesAt
              ? t('entry.windowBetween', { opens: date(opensAt), closes: date(closesAt) })
              : t('entry.windowSince', { opens: date(opensAt) }),
          },
        ]}
      />
      <PostCheck locale={locale} check={check} />
      {post.text && (
        <div className="flow">
          <h3>{t('entry.postText')}</h3>
          <Said lang={language}>{post.text}</Said>
        </div>
      )}
    </section>
  )
}

const verdicts = { before: ['danger', 'cross'], open: ['ok', 'check'], closed: ['danger', 'cross'] } as const
const words = { before: 'before', open: 'inside', closed: 'after' } as const

function Posted({ locale, at, window }: Readonly<{ locale: Locale; at: Date; window: Window }>) {
  const place = entryWindow(window, at)
  const [look, icon] = verdicts[place]
  return (
    <>
      <Time locale={locale} at={at} withYear /> UTC{' '}
      <span className={`badge badge--${look}`}>
        <Icon name={icon} />
        {translator(locale, 'staff')(`entry.${words[place]}`)}
      </span>
    </>
  )
}
