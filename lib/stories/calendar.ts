type Event = Readonly<{ uid: string; at: Date; title: string; text: string; url: string }>
type Calendar = Readonly<{ name: string; language: string; stampedAt: Date; events: readonly Event[] }>

const minutesShown = 15

/** A calendar of moments as RFC 5545 has it: CRLF, lines folded at 75 bytes, times in UTC. Each event takes a quarter of an hour. */
export function calendarFile({ name, language, stampedAt, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Humans of Binance//Films//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${language}:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, { language, stampedAt })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines({ uid, at, title, text, url }: Event, { language, stampedAt }: Pick<Calendar, 'language' | 'stampedAt'>): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${instant(stampedAt)}`,
    `DTSTART:${instant(at)}`,
    `DTEND:${instant(new Date(at.getTime() + minutesShown * 60_000))}`,
    `SUMMARY;LANGUAGE=${language}:${escapeText(title)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escapeText(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

const mostBytes = 75

/** Breaks a line at 75 bytes, never inside a character; what follows begins with a space. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > mostBytes) {
      parts.push(part)
      part = ' '
    }
    part += character
  }
  return [...parts, part].join('\r\n')
}
