'use client'
import { Cloth } from '#components/submissions/cloth.tsx'
import { Life, type LifeStep } from '#components/submissions/life.tsx'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { clothDataUri } from '#lib/art/cloth.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ReceiptView } from '#lib/submissions/views.ts'

type Props = { readonly locale: Locale; readonly receipt: ReceiptView }

/** The reference of an entry, what happens next and when, and the way to the entry's own page. */
export function Receipt({ locale, receipt }: Props) {
  const { campaign } = receipt
  const t = translator(locale, 'share')
  return (
    <div className="wrap page page--receipt flow flow--7" data-kept-over="">
      <script type="module" src="/modules/share-keep.js" />
      <title>{t('pageTitle', { title: t('done.title') })}</title>
      <section className="panel" aria-labelledby="receipt">
        <div className="panel__txt">
          <h1 id="receipt">{t('done.title')}</h1>
          <p>{t('done.reference')}</p>
          <p className="panel__code">
            <Reference>{receipt.reference}</Reference>
          </p>
          <p className="small">{t('done.keep')}</p>
        </div>
        <div className="panel__art">
          <Cloth seed={receipt.reference} />
        </div>
      </section>
      <div className="two">
        <div className="flow flow--5">
          <h2 className="heading-600">{t('done.next')}</h2>
          <Life locale={locale} steps={stepsAhead(locale, receipt)} />
          {receipt.storyOnly && <p className="note note--info">{t('done.storyOnly')}</p>}
          <p>{campaign.closesAt ? t('done.closes', { date: dateTime(locale, campaign.closesAt) }) : t('done.closesUnknown')}</p>
          <p className="note note--warn">{t.rich('done.safety', marks)}</p>
          <div className="btns">
            <ButtonLink look="line" href={localPath(locale, `/entry/${receipt.entryKey}`)}>
              {t('done.see')}
            </ButtonLink>
            <PrintButton locale={locale} />
          </div>
          <p>
            <a href={localPath(locale, '/share?another=1')}>{t('done.another')}</a>
          </p>
        </div>
        <aside className="card flow flow--2" aria-labelledby="cloth">
          <h2 className="heading-400" id="cloth">
            {t('done.cloth')}
          </h2>
          <p>{t('done.clothText')}</p>
          <p className="btns">
            <ButtonLink look="line" small href={clothDataUri(receipt.reference)} download={`${receipt.reference}.svg`}>
              <Icon name="down" />
              {t('done.clothSave')}
            </ButtonLink>
          </p>
        </aside>
      </div>
    </div>
  )
}

/** A sentence about printing; a small module puts a button in its place. */
function PrintButton({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'share')
  return (
    <>
      <span className="small muted">{t('done.print')}</span>
      <button className="btn btn--plain" type="button" data-print hidden>
        <Icon name="print" />
        {t('done.printButton')}
      </button>
      <script type="module" src="/modules/print.js" />
    </>
  )
}

function stepsAhead(locale: Locale, receipt: ReceiptView): readonly LifeStep[] {
  const { hashtag, resultsAt } = receipt.campaign
  const t = translator(locale, 'share')
  const sent = { ...marks, date: dateTime(locale, receipt.submittedAt), email: receipt.maskedEmail }
  return [
    { key: 'received', state: 'done', title: t('done.received'), text: t.rich('done.receivedText', sent) },
    { key: 'checked', state: 'ahead', title: t('done.checked'), text: t.rich('done.checkedText', { ...marks, hashtag }) },
    { key: 'read', state: 'ahead', title: t('done.read'), text: t('done.readText') },
    {
      key: 'result',
      state: 'ahead',
      title: t('done.result'),
      text: resultsAt ? t('done.resultOn', { date: dateTime(locale, resultsAt) }) : t('done.resultUnknown'),
    },
  ]
}
