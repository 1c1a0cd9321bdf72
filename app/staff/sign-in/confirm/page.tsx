import { CardPage } from '#components/staff/card-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { isLinkAlive, linkMinutes } from '#lib/staff/sign-in.ts'
import { staffLocale } from '../../language.ts'
import { followLink } from '../actions.ts'

/** Where a mailed link leads: a button and nothing else, as looking must not use the link up. */
export default async function ConfirmPage({ searchParams }: PageProps<'/staff/sign-in/confirm'>) {
  const t = translator(await staffLocale(), 'staff')
  const token = [(await searchParams).token].flat()[0] ?? ''
  return (
    <CardPage site={t('site')}>
      <title>{t('confirm.title')}</title>
      {(await isLinkAlive(token)) ? (
        <>
          <h1>{t('confirm.heading')}</h1>
          <p>{t('confirm.text')}</p>
          <form action={followLink}>
            <input type="hidden" name="token" value={token} />
            <Button>{t('confirm.button')}</Button>
          </form>
        </>
      ) : (
        <>
          <h1>{t('confirm.deadHeading')}</h1>
          <p>{t('confirm.deadText', { minutes: String(linkMinutes) })}</p>
          <ButtonLink look="ink" href="/staff/sign-in">
            {t('signIn.again')}
          </ButtonLink>
        </>
      )}
    </CardPage>
  )
}
