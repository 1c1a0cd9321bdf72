type Props = {
  readonly id: string
  readonly label: string
  readonly lang: string
  readonly text: string
  readonly words: { readonly copy: string; readonly copied: string }
}

/** A text to be taken along, in a box that selects easily. A small module adds a button that copies it; without scripts it is copied by hand. */
export function CopyField({ id, label, lang, text, words }: Props) {
  return (
    <div className="field" data-copy={words.copy} data-copied={words.copied}>
      <label className="l" htmlFor={id}>
        {label}
      </label>
      <textarea className="input copy__text" id={id} rows={10} dir="auto" lang={lang} translate="no" readOnly defaultValue={text} />
      <script type="module" src="/modules/copy-block.js" />
    </div>
  )
}
