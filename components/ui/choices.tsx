import type { ReactNode } from 'react'
import { describedBy, FieldError, type FieldWords } from './field.tsx'

export type Choice = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }

type Group = FieldWords & { readonly choices: readonly Choice[]; readonly asHeading?: boolean }

/** One of a few, none chosen beforehand unless `value` says so. The first button carries the field's id, so that an error can lead there. */
export function Radios({ value, ...group }: Group & { readonly value: string }) {
  return <ChoiceGroup {...group} type="radio" chosen={[value]} />
}

/** Any of a few, all under one name. */
export function Checkboxes({ values, ...group }: Group & { readonly values: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" chosen={values} />
}

function ChoiceGroup({
  type,
  chosen,
  choices,
  asHeading = false,
  ...words
}: Group & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  return (
    <fieldset
      className={words.error ? 'field field--err field--group' : 'field field--group'}
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-describedby={describedBy(words)}
      aria-invalid={type === 'radio' && words.error ? true : undefined}
    >
      <legend className={asHeading ? undefined : 'l'}>{asHeading ? <h1 className="q">{words.label}</h1> : words.label}</legend>
      {words.hint && (
        <div className="hint" id={`${words.name}-hint`}>
          {words.hint}
        </div>
      )}
      <FieldError {...words} />
      <div className="choices">
        {choices.map((choice, index) => (
          <Tick
            key={choice.value}
            id={index === 0 ? words.name : `${words.name}-${choice.value}`}
            wrong={Boolean(words.error)}
            checked={chosen.includes(choice.value)}
            {...{ type, name: words.name, ...choice }}
          />
        ))}
      </div>
    </fieldset>
  )
}

type TickProps = Choice & {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  checked: boolean
  wrong: boolean
  describedBy?: string | undefined
}

function Tick({ type, id, name, value, label, hint, checked, wrong, ...more }: TickProps) {
  return (
    <label className={wrong ? 'choice choice--err' : 'choice'} htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={more.describedBy}
        aria-invalid={type === 'checkbox' && wrong ? true : undefined}
      />
      <span className="t">
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  )
}

/** Boxes that belong together though each is a question of its own. */
export function Boxes({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field field--group boxes">
      <legend className="l">{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** One box to tick on its own, for example a permission; posts `yes`. */
export function Checkbox({ checked, ...words }: FieldWords & { readonly checked: boolean }) {
  const { name, label, hint, error, errorWord } = words
  return (
    <div className={error ? 'field field--err' : 'field'}>
      <FieldError {...{ name, error, errorWord }} />
      <Tick
        type="checkbox"
        id={name}
        value="yes"
        wrong={Boolean(error)}
        describedBy={error ? `${name}-error` : undefined}
        {...{ name, label, hint, checked }}
      />
    </div>
  )
}
