/** Something the person who starts the site can put right: its message is one or two plain sentences, printed without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}
