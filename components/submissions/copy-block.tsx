type Props = { readonly text: string; readonly words: { readonly copy: string; readonly copied: string } }

/** A text made to be taken along. A small module adds a button that copies it; without scripts it is selected and copied by hand. */
export function CopyBlock({ text, words }: Props) {
  return (
    <div className="copy" data-copy={words.copy} data-copied={words.copied}>
      <pre className="copy__text" dir="auto" translate="no">
        {text}
      </pre>
      <script type="module" src="/modules/copy-block.js" />
    </div>
  )
}
