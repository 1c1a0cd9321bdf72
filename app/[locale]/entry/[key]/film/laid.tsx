import type { Stretch } from '#lib/stories/editing/differences.ts'

type Props = Readonly<{ stretches: readonly Stretch[]; first: string; second: string; lang: string }>

/** Two texts laid over each other. `first` and `second` say before each stretch, to who hears it, which of them it is of. */
export function Laid({ stretches, first, second, lang }: Props) {
  return (
    <p className="own-diff" dir="auto" lang={lang}>
      {placed(stretches).map(({ at, kind, text }) => {
        if (kind === 'same') return <span key={at}>{text}</span>
        const Mark = kind === 'first' ? 'del' : 'ins'
        return (
          <Mark key={at}>
            <bdi className="vh">{kind === 'first' ? first : second} </bdi>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

function placed(stretches: readonly Stretch[]): (Stretch & { at: number })[] {
  let at = 0
  return stretches.map((stretch) => {
    const here = { ...stretch, at }
    at += stretch.text.length + 1
    return here
  })
}
