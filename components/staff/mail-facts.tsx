import { Ltr } from '#components/ui/ltr.tsx'
import { languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { LetterView } from '#lib/mail/desk/views.ts'
import { kindName } from './mail-words.ts'
import { Time } from './time.tsx'

type Props = Readonly<{ locale: Locale; letter: LetterView; mostTries: number }>

/** What is known of a letter besides its words. */
export function LetterFacts({ locale, letter, mostTries }: Props) {
  const t = translator(locale, 'mailDesk')
  const { recipient, reference, bytes, attempts } = letter
  const kilobytes = wholeNumber(locale, Math.ceil(bytes / 1024))
  const rows = [
    [t('kindLabel'), kindName(locale, letter.kind)],
    [t('to'), recipient ? <Ltr key="to">{recipient}</Ltr> : t('emptied')],
    [t('reference'), reference ? <EntryLink key="entry" reference={reference} /> : t('nothing')],
    [t('language'), languageName(locale, letter.locale)],
    [t('written'), <Time key="written" locale={locale} at={letter.createdAt} withYear />],
    [t('sent'), letter.sentAt ? <Time key="sent" locale={locale} at={letter.sentAt} withYear /> : t('notYet')],
    [t('tries'), t('triesValue', { count: wholeNumber(locale, attempts), most: wholeNumber(locale, Math.max(mostTries, attempts)) })],
    [t('code'), <Ltr key="code">{letter.code}</Ltr>],
    [t('size'), bytes > 0 ? t('sizeValue', { size: kilobytes }) : t('nothing')],
  ] as const
  return (
    <section className="card flow" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <dl className="mail-facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function EntryLink({ reference }: Readonly<{ reference: string }>) {
  return (
    <a href={`/staff/submissions/${reference}`}>
      <Ltr>{reference}</Ltr>
    </a>
  )
}

/** The words of a letter as the text part says them, or why they are not shown. */
export function LetterWords({ locale, letter }: Readonly<{ locale: Locale; letter: LetterView }>) {
  const t = translator(locale, 'mailDesk')
  return (
    <section className="card flow" aria-labelledby="words">
      <h2 id="words">{t('text')}</h2>
      {letter.text === null ? (
        <p>{t(letter.whyNoText === 'code' ? 'noTextCode' : 'noTextEmptied')}</p>
      ) : (
        <>
          <p className="small muted">{t('secrets')}</p>
          <div className="said mail-words" dir="auto" lang={letter.locale}>
            {letter.text}
          </div>
          {letter.bytes > 0 && (
            <p>
              <a href={`/staff/mail/${letter.id}/as-seen`}>{t('seeHtml')}</a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** Why the last try failed, in our words and in the server's; nothing when none did. */
export function LetterFault({ locale, letter }: Readonly<{ locale: Locale; letter: LetterView }>) {
  if (!letter.fault) return null
  const t = translator(locale, 'mailDesk')
  return (
    <section className="note note--warn flow" aria-labelledby="problem">
      <h2 id="problem">{t('problem')}</h2>
      <p>
        {t(`fault.${letter.fault}`)} {letter.state === 'queued' && t('waits')}
      </p>
      <p className="small">
        {t('serverWords')}: <bdi className="mail-server">{letter.lastError}</bdi>
      </p>
    </section>
  )
}
