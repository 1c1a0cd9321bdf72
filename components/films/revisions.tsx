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

/** So many versions stand beside the script; the others on their own page. */
const mostShown = 6

type Props = Readonly<{
  locale: Locale
  page: string
  /** The film they are of. */
  id: string
  revisions: readonly FilmRevisionLine[]
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** The last versions of a script, newest first, each with the way back to it; the one before the newest is the undo. */
export function Revisions({ locale, page, id, revisions, hidden, action }: Props) {
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
            {revisions.slice(0, mostShown).map((revision, i) => (
              <Row key={revision.number} locale={locale} id={id} revision={revision} newest={i === 0} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p>
        <a href={`/staff/films/${id}/revisions`}>{t('revisions.all')}</a>
      </p>
    </form>
  )
}

type RowProps = Readonly<{ locale: Locale; id: string; revision: FilmRevisionLine; newest: boolean }>

function Row({ locale, id, revision, newest }: RowProps) {
  const t = translator(locale, 'filmDesk')
  const { number, kind, restoredFrom, who, at, problems } = revision
  return (
    <tr>
      <th scope="row">
        {newest ? (
          t('revisions.view', { number: String(number) })
        ) : (
          <a href={`/staff/films/${id}/revisions/${number}`}>{t('revisions.view', { number: String(number) })}</a>
        )}
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
