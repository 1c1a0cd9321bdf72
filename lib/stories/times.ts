/** A moment of a film as people write it: 0:13, 1:02:05. Parts of a second are dropped. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

/** A length as HTML and feeds write it: PT37.5S. */
export function isoDuration(seconds: number): string {
  return `PT${seconds}S`
}
