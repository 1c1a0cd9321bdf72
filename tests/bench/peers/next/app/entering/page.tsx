import { send } from './actions.ts'

export const dynamic = 'force-dynamic'

/** The smallest form. */
export default function Page() {
  return (
    <main>
      <form action={send}>
        <input name="story" />
        <button type="submit">Send</button>
      </form>
    </main>
  )
}
