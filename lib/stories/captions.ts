/** One cue of a WebVTT track; times in seconds. */
export type Cue = Readonly<{ line: number; id: string | null; from: number; to: number; text: string }>

export type TrackFault =
  | 'noHeader'
  | 'noCues'
  | 'badTime'
  | 'endsBeforeStart'
  | 'outOfOrder'
  | 'overlaps'
  | 'empty'
  | 'strayArrow'
  | 'strayText'
  | 'encoding'

/** What is wrong, and in which line (counted from 1) of the file. */
export type TrackProblem = Readonly<{ line: number; fault: TrackFault }>

/** Stands where the bytes of a file are no UTF-8. */
export const lostLetter = '\uFFFD'

/** A no-break space is something to browsers: it is no blank line. */
const isBlank = (text: string) => /^[ \t]*$/.test(text)

type Block = Readonly<{ line: number; lines: readonly string[] }>

/**
 * Reads a WebVTT file. Never throws: every problem is listed with its line, so that a whole file can be mended in one go.
 * Tracks of ours hold one cue at a time: cues that overlap or go back are problems, although the format allows them.
 */
export function parseTrack(body: string): { cues: readonly Cue[]; problems: readonly TrackProblem[] } {
  const lines = body.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const problems: TrackProblem[] = []
  if (!/^WEBVTT([ \t]|$)/.test(lines[0] ?? '')) problems.push({ line: 1, fault: 'noHeader' })
  lines.forEach((text, index) => {
    if (text.includes(lostLetter)) problems.push({ line: index + 1, fault: 'encoding' })
  })
  const cues: Cue[] = []
  for (const block of blocksOf(lines)) {
    const cue = readBlock(block, problems)
    if (!cue) continue
    problems.push(...problemsBetween(cues.at(-1), cue))
    cues.push(cue)
  }
  if (!cues.length && !problems.length) problems.push({ line: 1, fault: 'noCues' })
  return { cues, problems: problems.sort((a, b) => a.line - b.line) }
}

/** Groups of lines between blank lines, the header's own group left out. It ends at an arrow too: browsers read the cue that begins there. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: { line: number; lines: string[] }[] = []
  let inHeader = lines[0]?.startsWith('WEBVTT') ?? false
  let open: { line: number; lines: string[] } | null = null
  lines.forEach((text, index) => {
    if (inHeader && index > 0) inHeader = !isBlank(text) && !text.includes('-->')
    if (inHeader) return
    if (isBlank(text)) open = null
    else if (open) open.lines.push(text)
    else {
      open = { line: index + 1, lines: [text] }
      blocks.push(open)
    }
  })
  return blocks
}

const notCues = /^(NOTE|STYLE|REGION)([ \t]|$)/

function readBlock({ line, lines }: Block, problems: TrackProblem[]): Cue | null {
  const [first = ''] = lines
  // With an arrow below, browsers take even a NOTE for a cue.
  if (notCues.test(first) && !lines.some((text) => text.includes('-->'))) return null
  const at = first.includes('-->') ? 0 : 1
  const timing = lines[at]
  if (!timing?.includes('-->')) {
    problems.push({ line, fault: 'strayText' })
    return null
  }
  const times = readTimes(timing)
  const text = lines.slice(at + 1)
  const stray = text.findIndex((words) => words.includes('-->'))
  if (stray >= 0) problems.push({ line: line + at + 1 + stray, fault: 'strayArrow' })
  if (!text.length) problems.push({ line: line + at, fault: 'empty' })
  if (!times) {
    problems.push({ line: line + at, fault: 'badTime' })
    return null
  }
  if (times.to <= times.from) problems.push({ line: line + at, fault: 'endsBeforeStart' })
  return { line: line + at, id: at ? first : null, ...times, text: text.join('\n') }
}

const clock = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})`
const timingLine = new RegExp(String.raw`^[ \t]*${clock}[ \t]+-->[ \t]+${clock}(?:[ \t].*)?$`)

function readTimes(line: string): { from: number; to: number } | null {
  const found = timingLine.exec(line)
  if (!found) return null
  const [, ...parts] = found
  const [fromHours, fromMinutes, fromSeconds, toHours, toMinutes, toSeconds] = parts.map((part) => Number(part ?? 0))
  return { from: seconds(fromHours, fromMinutes, fromSeconds), to: seconds(toHours, toMinutes, toSeconds) }
}

function seconds(hours = 0, minutes = 0, rest = 0): number {
  return Math.round((hours * 3600 + minutes * 60 + rest) * 1000) / 1000
}

function problemsBetween(before: Cue | undefined, cue: Cue): TrackProblem[] {
  if (!before) return []
  if (cue.from < before.from) return [{ line: cue.line, fault: 'outOfOrder' }]
  return cue.from < before.to ? [{ line: cue.line, fault: 'overlaps' }] : []
}
