'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DeskFile } from '#lib/stories/editing/content.ts'
import { type StoryFormState, untouched } from '#lib/stories/editing/form.ts'
import { FileFacts, fileName, staffAddress } from './file-list.tsx'
import { FormHead } from './form-head.tsx'

type Props = Readonly<{
  locale: Locale
  storyId: string
  head: number
  files: readonly DeskFile[]
  action: (state: StoryFormState, form: FormData) => Promise<StoryFormState>
}>

/** The files on the desk, each to be looked at and taken out. */
export function FileDesk({ locale, storyId, head, files, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'storyDesk')
  return (
    <form action={submit} className="card flow story-form">
      <FormHead locale={locale} page={t('files.heading')} state={state} order={[]} />
      <input type="hidden" name="story" value={storyId} />
      <input type="hidden" name="base" value={String(head)} />
      {files.length === 0 && <p>{t('files.none')}</p>}
      <ul className="plain story-files">
        {files.map((file) => (
          <li key={file.path}>
            {file.role === 'poster' && (
              <img src={staffAddress(storyId, file.path)} width={file.width} height={file.height} alt="" className="story-files__still" />
            )}
            <a href={staffAddress(storyId, file.path)}>
              <FileFacts locale={locale} file={file} />
            </a>
            <Button look="line" small name="path" value={file.path}>
              {t('files.remove', { what: fileName(locale, file) })}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
