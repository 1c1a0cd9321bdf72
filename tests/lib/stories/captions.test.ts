import { expect, test } from 'vitest'
import { parseTrack } from '#lib/stories/captions.ts'

const good = `WEBVTT
Kind: captions

NOTE made by hand

open
00:02.000 --> 00:04.700
Luis.
Latin America

01:00:05.100 --> 01:00:10.700 line:80%
57.
`

test('a track is read with its ids, times and lines', () => {
  expect(parseTrack(good)).toEqual({
    cues: [
      { line: 7, id: 'open', from: 2, to: 4.7, text: 'Luis.\nLatin America' },
      { line: 11, id: null, from: 3605.1, to: 3610.7, text: '57.' },
    ],
    problems: [],
  })
})

test('a byte order mark and Windows line ends are no problem', () => {
  const { cues, problems } = parseTrack(`\uFEFF${good.replaceAll('\n', '\r\n')}`)
  expect({ count: cues.length, problems }).toEqual({ count: 2, problems: [] })
})

test('a cue right below the words of the header is read as browsers read it', () => {
  expect(parseTrack('WEBVTT a film\nKind: captions\n00:01.000 --> 00:02.000\nHello\n').cues).toEqual([
    { line: 3, id: null, from: 1, to: 2, text: 'Hello' },
  ])
})

test('a line that shows nothing but is not blank belongs to its cue, as browsers read it', () => {
  expect(parseTrack('WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\u00a0\nTwo')).toEqual({
    cues: [{ line: 3, id: null, from: 1, to: 2, text: 'One\n\u00a0\nTwo' }],
    problems: [],
  })
})

test.each([
  ['no header', '00:01.000 --> 00:02.000\nHello', [{ line: 1, fault: 'noHeader' }]],
  ['nothing in it', 'WEBVTT\n', [{ line: 1, fault: 'noCues' }]],
  ['a time without milliseconds', 'WEBVTT\n\n00:01 --> 00:02.000\nHello', [{ line: 3, fault: 'badTime' }]],
  ['seconds beyond a minute', 'WEBVTT\n\n00:61.000 --> 00:62.000\nHello', [{ line: 3, fault: 'badTime' }]],
  ['an end before its start', 'WEBVTT\n\na\n00:05.000 --> 00:02.000\nHello', [{ line: 4, fault: 'endsBeforeStart' }]],
  ['a cue without words', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nHello', [{ line: 3, fault: 'empty' }]],
  [
    'a cue that overlaps the one before',
    'WEBVTT\n\n00:01.000 --> 00:03.000\nOne\n\n00:02.000 --> 00:04.000\nTwo',
    [{ line: 6, fault: 'overlaps' }],
  ],
  ['a cue that goes back', 'WEBVTT\n\n00:05.000 --> 00:06.000\nOne\n\n00:02.000 --> 00:04.000\nTwo', [{ line: 6, fault: 'outOfOrder' }]],
  ['a fault of a cue right below the header', 'WEBVTT\n00:05.000 --> 00:02.000\nHello', [{ line: 2, fault: 'endsBeforeStart' }]],
  ['a fault of a cue right below a note', 'WEBVTT\n\nNOTE hm\n00:05.000 --> 00:02.000\nHello', [{ line: 4, fault: 'endsBeforeStart' }]],
  ['words that belong to no cue', 'WEBVTT\n\nHello there\n\n00:01.000 --> 00:02.000\nHello', [{ line: 3, fault: 'strayText' }]],
  [
    'a missing blank line between two cues',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo',
    [{ line: 5, fault: 'strayArrow' }],
  ],
])('%s is reported with its line', (_, body, problems) => {
  expect(parseTrack(body).problems).toEqual(problems)
})

test('all problems of a file are listed, in the order of its lines', () => {
  const body = 'WEBVTT\n\nHello\n\n00:05.000 --> 00:02.000\nOne\n\n00:01.000 --> 00:02.000\n\nx --> y\nThree'

  expect(parseTrack(body).problems).toEqual([
    { line: 3, fault: 'strayText' },
    { line: 5, fault: 'endsBeforeStart' },
    { line: 8, fault: 'empty' },
    { line: 8, fault: 'outOfOrder' },
    { line: 10, fault: 'badTime' },
  ])
})
