import { NotFound } from '#app/_site/not-found.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { answerPermission } from './actions.ts'
import { PermissionForms } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

export default async function PermissionsPage({ params, searchParams }: PageProps<'/[locale]/entry/[key]/permissions'>) {
  const { locale, key, entry, isMissing } = await openEntry(params, ownEntry)
  if (isMissing) return <NotFound locale={locale} />
  return (
    <PermissionForms
      locale={locale}
      action={answerPermission.bind(null, locale)}
      given={entry?.permissions ?? {}}
      entryHref={localPath(locale, entryPath(key))}
      isSaved={(await searchParams).saved === '1'}
    >
      <Needed locale={locale} withdrawHref={entry?.canWithdraw ? localPath(locale, entryPath(key, '/withdraw')) : null} />
    </PermissionForms>
  )
}

/** The two permissions without which there is no entry. */
function Needed({ locale, withdrawHref }: { readonly locale: Locale; readonly withdrawHref: string | null }) {
  const [t, share] = [translator(locale, 'entry'), translator(locale, 'share')]
  return (
    <section className="flow flow--4" aria-labelledby="needed">
      <h2 className="heading-500" id="needed">
        {t('permit.needed')}
      </h2>
      <ul className="list">
        <li>{share('permissions.rules')}</li>
        <li>{share('permissions.reading')}</li>
      </ul>
      <p>{t('permit.neededText')}</p>
      {withdrawHref && (
        <p>
          <a href={withdrawHref}>{t('withdraw.button')}</a>
        </p>
      )}
    </section>
  )
}
