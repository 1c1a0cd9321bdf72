import { expect, test } from 'vitest'
import { mostTrack, parseLines, parseTrackBody } from '#lib/stories/editing/form.ts'

test('a track is read whatever ends its lines, and empty takes it away', () => {
  const body = 'WEBVTT\n\n00:00.000 --> 00:02.000\nA sample.\n'

  expect(parseTrackBody(`\uFEFF${body.replaceAll('\n', '\r\n')}\r\n`)).toEqual({ ok: true, value: body })
  expect(parseTrackBody(' \n ')).toEqual({ ok: true, value: null })
})

test('a track that cannot be shown comes back with every fault and its line', () => {
  const body = 'WEBVTT\n\n00:00 --> 00:02.000\nA sample.\n\n00:04.000 --> 00:03.000\nAnother.\n\nNo cue.'

  expect(parseTrackBody(body)).toEqual({
    ok: false,
    errors: { body: 'trackFaulty' },
    problems: [
      { line: 3, fault: 'badTime' },
      { line: 6, fault: 'endsBeforeStart' },
      { line: 9, fault: 'strayText' },
    ],
  })
  expect(parseTrackBody('a'.repeat(mostTrack + 1))).toEqual({ ok: false, errors: { body: 'trackLong' } })
})

test('lines are counted from the top of what was sent, empty ones too', () => {
  const read = parseTrackBody('\r\n \nWEBVTT\n\n00:04.000 --> 00:03.000\nAnother.')

  expect(read).toMatchObject({ problems: [{ line: 5, fault: 'endsBeforeStart' }] })
})

test('letters lost to another encoding are named by their lines', async () => {
  const latin = Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nEl año.\n\n00:03.000 --> 00:04.000\nAyer.\nMañana.', 'latin1')
  const wide = Buffer.from('\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\nA sample.', 'utf16le')

  expect(parseTrackBody(await new Blob([latin]).text())).toEqual({
    ok: false,
    errors: { body: 'trackFaulty' },
    problems: [
      { line: 4, fault: 'encoding' },
      { line: 8, fault: 'encoding' },
    ],
  })
  expect(parseTrackBody(await new Blob([wide]).text())).toMatchObject({
    problems: expect.arrayContaining([{ line: 1, fault: 'encoding' }]),
  })
})

test('lines of a transcript are read in the order of their times, without the empty ones', () => {
  const typed = { lines: '4', 'at-0': '1:05.5', 'says-0': 'Second.', 'at-1': '0:13', 'shows-1': 'A hill.', 'at-3': '', 'says-3': ' ' }

  expect(parseLines(typed)).toEqual({
    ok: true,
    value: [
      { at: 13, shows: 'A hill.' },
      { at: 65.5, says: 'Second.' },
    ],
  })
})

test('a line without a time, a time that comes twice and a line without words are named', () => {
  const typed = { lines: '4', 'says-0': 'When?', 'at-1': '0:01', 'says-1': 'One.', 'at-2': '0:01', 'says-2': 'Two.', 'at-3': '0:05' }

  expect(parseLines(typed)).toEqual({ ok: false, errors: { 'at-0': 'lineTime', 'at-2': 'lineTwice', 'says-3': 'lineEmpty' } })
})

test('a line of spaces between two cues is stored as the blank line it is meant to be', () => {
  const sent = 'WEBVTT\r\n \r\n1\r\n00:00.000 --> 00:01.000\r\nOne\r\n \t\r\n2\r\n00:01.000 --> 00:02.000\r\nTwo\r\n'

  expect(parseTrackBody(sent)).toEqual({
    ok: true,
    value: 'WEBVTT\n\n1\n00:00.000 --> 00:01.000\nOne\n\n2\n00:01.000 --> 00:02.000\nTwo\n',
  })
})
