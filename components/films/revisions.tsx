'use client'

import { useActionState } from 'react'
import { Time } from '#components/staff/time.tsx'
import { Button } from '#components/ui/button.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import type { FilmRevisionLine } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'

type Props = Readonly<{
  locale: Locale
  page: string
  revisions: readonly FilmRevisionLine[]
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** The versions of a script, newest first, each with the way back to it; the one before the newest is the undo. */
export function Revisions({ locale, page, revisions, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const [, before] = revisions
  return (
    <form action={submit} className="card flow" aria-labelledby="versions-heading">
      <h2 id="versions-heading">{t('revisions.heading')}</h2>
      <FormHead locale={locale} page={page} state={state} />
      <Hidden values={hidden} />
      {before && (
        <div>
          <Button look="line" name="number" value={String(before.number)}>
            {t('revisions.undo', { number: String(before.number) })}
          </Button>
        </div>
      )}
      <TableRegion labelledBy="versions">
        <table>
          <caption id="versions" className="vh">
            {t('revisions.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('revisions.number')}</th>
              <th scope="col">{t('revisions.who')}</th>
              <th scope="col">{t('revisions.when')} (UTC)</th>
              <th scope="col">
                <span className="vh">{t('revisions.way')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((revision, i) => (
              <Row key={revision.number} locale={locale} revision={revision} newest={i === 0} />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </form>
  )
}

function Row({ locale, revision, newest }: Readonly<{ locale: Locale; revision: FilmRevisionLine; newest: boolean }>) {
  const t = translator(locale, 'filmDesk')
  const { number, kind, restoredFrom, who, at, problems } = revision
  return (
    <tr>
      <th scope="row">
        {number}
        <span className="film-sub">{t(`revisions.kind.${kind}`, { from: String(restoredFrom ?? '') })}</span>
        <span className="film-sub">{t('revisions.problems', { count: problems })}</span>
      </th>
      <td>
        <bdi>{who}</bdi>
      </td>
      <td className="staff-when">
        <Time locale={locale} at={at} withYear />
      </td>
      <td>
        {newest ? (
          t('revisions.newest')
        ) : (
          <Button small look="plain" name="number" value={String(number)}>
            {t('revisions.restore', { number: String(number) })}
          </Button>
        )}
      </td>
    </tr>
  )
}
