import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

type Action<State> = (state: State, form: FormData) => Promise<State>

/** A form of React's as the page of a refused post shows it, without scripts: `make` gives the form for an action, `state` is what came back. */
export async function shownAgain<State>(make: (action: Action<State>) => ReactElement, state: State): Promise<string> {
  const action = Object.assign(async (before: State) => before, {
    bind: () => action,
    $$FORM_ACTION: () => ({ name: 'post', method: 'POST', encType: 'multipart/form-data', data: new FormData() }),
    $$IS_SIGNATURE_EQUAL: () => true,
  }) as Action<State>
  const first = await written(make(action))
  const key = /name="\$ACTION_KEY" value="([^"]+)"/.exec(first)?.[1]
  return written(make(action), [state, key, 'post', 0])
}

function written(element: ReactElement, formState: unknown = null): Promise<string> {
  const through = new PassThrough()
  const { pipe } = renderToPipeableStream(element, { formState: formState as null, onAllReady: () => pipe(through) })
  return text(through)
}
