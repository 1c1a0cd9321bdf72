import type { Stretch } from '#lib/stories/editing/differences.ts'

type Props = Readonly<{ stretches: readonly Stretch[]; first: string; second: string }>

/**
 * Two texts laid over each other. `first` and `second` say before each stretch, to who hears it, whose it is. They are isolated: which way the text
 * runs is for its own words to say.
 */
export function Stretches({ stretches, first, second }: Props) {
  return (
    <p className="story-diff" dir="auto">
      {placed(stretches).map(({ at, kind, text }) => {
        if (kind === 'same') return <span key={at}>{text}</span>
        if (kind === 'first')
          return (
            <del key={at}>
              <bdi className="vh">{first} </bdi>
              {text}
            </del>
          )
        return (
          <ins key={at}>
            <bdi className="vh">{second} </bdi>
            {text}
          </ins>
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
