'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, type FormState, fresh, textOf, type Values } from '#app/_forms/state.ts'
import { StoryFields } from '#app/[locale]/share/story/fields.tsx'
import { NameFields, WritingFields } from '#app/[locale]/share/you/fields.tsx'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { Optional } from '#components/submissions/optional.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { postTextMax } from '#lib/submissions/schema.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  /** Of the entry as it now stands; null when it could not be read. */
  readonly version: number | null
  readonly entryHref: string
}

/** All that can be changed of an entry, on one page. */
export function EditForm({ locale, action, values, version, entryHref }: Props) {
  const [state, send] = useActionState(action, fresh(values))
  const [t, share] = [translator(locale, 'entry'), translator(locale, 'share')]
  const shown = { locale, state }
  const back = { href: entryHref, words: t('backToEntry') }
  return (
    <FormPage {...shown} send={send} hidden={{ version: versionOf(locale, state, version) }} title={t('edit.title')} back={back}>
      <div className="flow flow--4">
        <h1 className="q">{t('edit.title')}</h1>
        <p className="lead">{t('edit.lead')}</p>
      </div>
      <h2 className="heading-500">{share('story.title')}</h2>
      <StoryFields {...shown} />
      <TextAreaField
        {...textField(shown, 'postText')}
        label={<Optional locale={locale}>{share('post.text')}</Optional>}
        hint={share('post.textHint', { max: wholeNumber(locale, postTextMax) })}
        after={<CharacterCount locale={locale} counts="postText" max={postTextMax} />}
      />
      <h2 className="heading-500">{share('you.title')}</h2>
      <NameFields {...shown} />
      <WritingFields {...shown} />
      <div className="btns">
        <Button>{t('edit.button')}</Button>
        <a href={entryHref}>{t('edit.keep')}</a>
      </div>
    </FormPage>
  )
}

/** The version the person saw when they began. Once they were told that it changed, sending again is meant for the one that stands now. */
function versionOf(locale: Locale, { answered, problems, values }: FormState, now: number | null): string {
  const changed = translator(locale, 'errors')('entry.changed')
  const wasTold = problems.some(({ words }) => words === changed)
  return answered && !(wasTold && now) ? textOf(values, 'version') : String(now ?? '')
}
