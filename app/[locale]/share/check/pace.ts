/** As long as somebody takes to look through their answers before sending them; in milliseconds. */
export const humanPace = 20_000

/** What the form that sends one draft is called where its age is signed: the age of another draft's form is none for it. */
export function sendFormOf(sendKey: string): string {
  return `share.send ${sendKey}`
}
