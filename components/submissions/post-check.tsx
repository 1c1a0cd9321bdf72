import type { ReactNode } from 'react'
import { Time } from '#components/staff/time.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PostCheckOutcome, PostCheckView } from '#lib/submissions/post-checks/view.ts'

const looks = {
  'found-with-hashtag': 'ok',
  'found-without-hashtag': 'warn',
  'not-found': 'danger',
  private: 'danger',
  unreachable: 'warn',
  'not-checkable': 'mute',
  'not-checkable-yet': 'mute',
} as const satisfies Record<PostCheckOutcome, string>

type Props = Readonly<{ locale: Locale; check: PostCheckView | null }>

/** What the network said of a post when it was last asked, for staff: a hint with what to do about it, not a verdict. */
export function PostCheck({ locale, check }: Props) {
  const t = translator(locale, 'postLink')
  return (
    <div className="flow">
      <h3>{t('check.heading')}</h3>
      {check ? <Said locale={locale} check={check} /> : <p>{t('check.none')}</p>}
    </div>
  )
}

function Said({ locale, check }: Readonly<{ locale: Locale; check: PostCheckView }>) {
  const t = translator(locale, 'postLink')
  const { outcome, detail, at, title, author } = check
  return (
    <>
      <p>
        <span className={`badge badge--${looks[outcome]}`}>{t(`check.outcome.${outcome}`)}</span> {t(`check.means.${outcome}`)}
        {detail && ` ${t(`check.detail.${detail}`)}`}
      </p>
      <SummaryList
        rows={[
          { key: 'at', term: t('check.at'), value: <Utc locale={locale} at={at} /> },
          ...row('title', t('check.title'), title && <bdi>{title}</bdi>),
          ...row('author', t('check.author'), author && <bdi>{author}</bdi>),
          ...destination(locale, check.leadsTo),
        ]}
      />
    </>
  )
}

function destination(locale: Locale, leadsTo: PostCheckView['leadsTo']) {
  if (!leadsTo) return []
  const t = translator(locale, 'postLink')
  const { url, postedAt, alsoIn } = leadsTo
  const link = (
    <a href={url} rel="noopener noreferrer nofollow" target="_blank">
      <Ltr>{url}</Ltr> <Icon name="ext" />
      <span className="vh"> ({t('check.newTab')})</span>
    </a>
  )
  return [
    ...row('leads-to', t('check.leadsTo'), link),
    ...row('posted', t('check.posted'), postedAt && <Utc locale={locale} at={postedAt} />),
    ...row('also-in', t('check.alsoIn'), alsoIn.length > 0 && <References references={alsoIn} />),
  ]
}

function References({ references }: Readonly<{ references: readonly string[] }>) {
  return (
    <ul className="list">
      {references.map((reference) => (
        <li key={reference}>
          <a href={`/staff/submissions/${reference}`}>
            <Ltr>{reference}</Ltr>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Utc({ locale, at }: Readonly<{ locale: Locale; at: Date }>) {
  return (
    <>
      <Time locale={locale} at={at} withYear /> UTC
    </>
  )
}

function row(key: string, term: string, value: ReactNode) {
  return value ? [{ key, term, value }] : []
}
