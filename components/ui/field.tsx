import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What stands around a control: words that name it, a hint, and what is wrong with the answer. */
export type FieldWords = {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** "Error:", for people who hear the words without seeing their colour. */
  readonly errorWord: string
}

/** The ids of hint and error, in the order they are read. */
export function describedBy({ name, hint, error }: Pick<FieldWords, 'name' | 'hint' | 'error'>): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The words of an error beside its control. */
export function FieldError({ name, error, errorWord }: Pick<FieldWords, 'name' | 'error' | 'errorWord'>) {
  if (!error) return null
  return (
    <p className="err" id={`${name}-error`}>
      <Icon name="alert" />
      <span>
        <span className="vh">{errorWord} </span>
        {error}
      </span>
    </p>
  )
}

/** A label, hint and error around one control. `asHeading` makes the label the heading of the page. */
function Field({ asHeading = false, children, ...words }: FieldWords & { readonly asHeading?: boolean; readonly children: ReactNode }) {
  const label = (
    <label className={asHeading ? 'q' : 'l'} htmlFor={words.name}>
      {words.label}
    </label>
  )
  return (
    <div className={words.error ? 'field field--err' : 'field'}>
      {asHeading ? <h1>{label}</h1> : label}
      {words.hint && (
        <div className="hint" id={`${words.name}-hint`}>
          {words.hint}
        </div>
      )}
      <FieldError {...words} />
      {children}
    </div>
  )
}

type Control = FieldWords & { readonly asHeading?: boolean; readonly value: string }

function attributes({ name, hint, error }: FieldWords) {
  return {
    className: 'input',
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy({ name, hint, error }),
  }
}

type InputMore = Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'autoComplete' | 'dir' | 'spellCheck' | 'autoCapitalize' | 'maxLength'
>

/** A line of text. */
export function TextField({
  value,
  type = 'text',
  inputMode,
  autoComplete,
  dir,
  spellCheck,
  autoCapitalize,
  ...words
}: Control & InputMore) {
  return (
    <Field {...words}>
      <input {...attributes(words)} {...{ type, inputMode, autoComplete, dir, spellCheck, autoCapitalize }} defaultValue={value} />
    </Field>
  )
}

/** A line for a mail address. What is typed is no word of any language. */
export function MailField(words: Control) {
  return <TextField {...words} type="email" inputMode="email" autoComplete="email" spellCheck={false} autoCapitalize="none" dir="ltr" />
}

type AreaMore = { readonly rows?: number; readonly after?: ReactNode }

/** Several lines of text, in any direction. */
export function TextAreaField({ value, rows = 8, after, ...words }: Control & AreaMore) {
  return (
    <Field {...words}>
      <textarea {...attributes(words)} rows={rows} dir="auto" defaultValue={value} />
      {after}
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly lang?: string }

type SelectMore = { readonly options: readonly Option[]; readonly empty?: string; readonly autoComplete?: string }

/** One of many. `empty` names the choice that stands for none, where there is one; a value that is not listed is kept all the same. */
export function SelectField({ value, options, empty, autoComplete, ...words }: Control & SelectMore) {
  const listed = value === '' || options.some((option) => option.value === value)
  return (
    <Field {...words}>
      <select {...attributes(words)} defaultValue={value} autoComplete={autoComplete}>
        {empty !== undefined && <option value="">{empty}</option>}
        {!listed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
