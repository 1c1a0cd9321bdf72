import type { Option } from '#components/ui/field.tsx'

type Props = Readonly<{
  name: string
  label: string
  /** What is chosen; shown as it is when it is none of the options. */
  value: string | null | undefined
  options: readonly Option[]
  /** What choosing nothing is called; absent where something must be chosen. */
  any?: string
}>

/** One choice in a bar of filters. */
export function Choose({ name, label, value, options, any }: Props) {
  const chosen = value ?? ''
  const all = any === undefined ? options : [{ value: '', label: any }, ...options]
  return (
    <label>
      {label}
      <select className="input" name={name} defaultValue={chosen}>
        {!all.some((option) => option.value === chosen) && <option value={chosen}>{chosen}</option>}
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
