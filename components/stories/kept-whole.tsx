type Props = { readonly text: string; readonly pieces: readonly string[] }

/** A sentence in which these left-to-right pieces, a hashtag or an amount, stay whole inside right-to-left words. Nothing invisible gets into what is copied. */
export function KeptWhole({ text, pieces }: Props) {
  const [piece, ...others] = pieces
  if (!piece) return text
  const at = text.indexOf(piece)
  if (at < 0) return <KeptWhole text={text} pieces={others} />
  return (
    <>
      <KeptWhole text={text.slice(0, at)} pieces={others} />
      <bdi>{piece}</bdi>
      <KeptWhole text={text.slice(at + piece.length)} pieces={pieces} />
    </>
  )
}
