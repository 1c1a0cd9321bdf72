import { expect, test } from 'vitest'
import { countGraphemes } from '#lib/foundation/text.ts'
import { type FieldName, fieldsOf, parseStep, readAnswers, readForm, type Step, steps } from '#lib/submissions/schema.ts'
import { parseAnswer } from '#lib/submissions/steps/answer.ts'
import { sampleAnswers } from '#tests/factories/submissions.ts'

type Raw = Record<string, string | string[]>

const sample = sampleAnswers()

/** What a browser sends for accepted answers: nothing for an empty checkbox. */
function formOf(step: Step): Raw {
  const raw: Raw = {}
  for (const [name, value] of Object.entries(sample[step])) {
    if (value === true) raw[name] = 'yes'
    else if (typeof value === 'string' || Array.isArray(value)) raw[name] = value as string | string[]
  }
  return raw
}

function errorOf(step: Step, field: FieldName, value: string | string[] | undefined) {
  const { [field]: _, ...rest } = formOf(step)
  const parsed = parseStep(step, value === undefined ? rest : { ...rest, [field]: value })
  if (parsed.ok) return null
  expect(Object.keys(parsed.errors)).toStrictEqual([field])
  return parsed.errors[field] ?? null
}

const long = (count: number, character = 'a') => character.repeat(count)

test.each(steps)('a well filled %s step is accepted, and what it gives is accepted again', (step) => {
  const parsed = parseStep(step, formOf(step))

  expect(parsed).toStrictEqual({ ok: true, answers: sample[step] })
  expect(readAnswers({ [step]: sample[step] })).toStrictEqual({ [step]: sample[step] })
})

const missing: readonly (readonly [Step, FieldName, string])[] = [
  ['share', 'country', 'country.missing'],
  ['share', 'adult', 'adult.missing'],
  ['share', 'affiliated', 'affiliated.missing'],
  ['share', 'binanceUser', 'binanceUser.missing'],
  ['post', 'postUrl', 'postUrl.missing'],
  ['story', 'story', 'story.missing'],
  ['story', 'storyLanguage', 'storyLanguage.missing'],
  ['story', 'othersShown', 'othersShown.missing'],
  ['you', 'displayName', 'displayName.missing'],
  ['you', 'email', 'email.missing'],
  ['you', 'mailLanguage', 'mailLanguage.missing'],
  ['permissions', 'acceptRules', 'acceptRules.missing'],
  ['permissions', 'permitReading', 'permitReading.missing'],
  ['permissions', 'film', 'film.missing'],
]

test.each(missing)('%s: %s has to be there', (step, field, code) => {
  expect(errorOf(step, field, undefined)).toStrictEqual({ code })
  expect(errorOf(step, field, '')).toStrictEqual({ code })
})

test('every field that may be left out is accepted when it is', () => {
  const required = new Set<string>(missing.map(([, field]) => field))
  for (const step of steps) {
    for (const field of fieldsOf(step))
      if (!required.has(field)) expect([field, errorOf(step, field, undefined)]).toStrictEqual([field, null])
  }
})

const wrong: readonly (readonly [Step, FieldName, string | string[], object])[] = [
  ['share', 'country', 'XX', { code: 'choice.unknown' }],
  ['share', 'country', 'pt', { code: 'choice.unknown' }],
  ['share', 'country', '__proto__', { code: 'choice.unknown' }],
  ['share', 'adult', 'maybe', { code: 'choice.unknown' }],
  ['share', 'binanceUser', 'constructor', { code: 'choice.unknown' }],
  ['post', 'postUrl', '\u200b\u2067', { code: 'postUrl.missing' }],
  ['post', 'postUrl', 'https://x.com/someone', { code: 'postUrl.refused', reason: 'profile_not_a_post' }],
  ['post', 'postUrl', 'javascript:alert(1)', { code: 'postUrl.refused', reason: 'bad_scheme' }],
  ['post', 'postUrl', `https://x.com/a/status/1?${long(3000)}`, { code: 'postUrl.refused', reason: 'too_long' }],
  [
    'post',
    'postUrl',
    'https://x.com/a/status/1963000000000000000\0',
    { code: 'text.forbidden', values: { character: 'nul', codePoint: 'U+0000' } },
  ],
  ['post', 'postText', long(4001), { code: 'postText.too-long', values: { max: 4000, count: 4001 } }],
  ['story', 'story', long(99), { code: 'story.too-short', values: { min: 100, count: 99 } }],
  ['story', 'story', long(99, '👩🏽‍🚀'), { code: 'story.too-short', values: { min: 100, count: 99 } }],
  ['story', 'story', long(4001, 'é'), { code: 'story.too-long', values: { max: 4000, count: 4001 } }],
  ['story', 'story', `${long(200)}${long(40_001, '\u0301')}`, { code: 'text.too-heavy', values: { max: 40_000 } }],
  ['story', 'story', ` ${long(200, '\u200b')} `, { code: 'story.missing' }],
  ['story', 'story', `${long(200)}\0`, { code: 'text.forbidden', values: { character: 'nul', codePoint: 'U+0000' } }],
  ['story', 'story', `${long(200)}\ud83d`, { code: 'text.forbidden', values: { character: 'surrogate', codePoint: 'U+D83D' } }],
  ['story', 'story', `${long(200)}\ufffd`, { code: 'text.forbidden', values: { character: 'replacement', codePoint: 'U+FFFD' } }],
  ['story', 'storyLanguage', 'english', { code: 'choice.unknown' }],
  ['story', 'storyLanguage', 'en-', { code: 'choice.unknown' }],
  ['story', 'themes', ['family', 'other', 'learning'], { code: 'themes.too-many', values: { max: 2 } }],
  ['story', 'themes', ['family', 'prices'], { code: 'choice.unknown' }],
  ['story', 'tools', ['saving', 'lambo'], { code: 'choice.unknown' }],
  ['story', 'othersShown', 'yes', { code: 'choice.unknown' }],
  ['you', 'displayName', long(61), { code: 'displayName.too-long', values: { max: 60, count: 61 } }],
  ['you', 'displayName', 'a\u202eb', { code: 'text.forbidden', values: { character: 'direction', codePoint: 'U+202E' } }],
  ['you', 'displayName', 'two\nlines', { code: 'text.forbidden', values: { character: 'control', codePoint: 'U+000A' } }],
  ['you', 'email', 'no-at-sign', { code: 'email.invalid' }],
  ['you', 'email', 'a@b', { code: 'email.invalid' }],
  ['you', 'email', 'a..b@example.org', { code: 'email.invalid' }],
  ['you', 'email', 'a@example.org, b@example.org', { code: 'email.invalid' }],
  ['you', 'email', 'a@exämple.org', { code: 'email.invalid' }],
  [
    'you',
    'email',
    'a@example.org\r\nBcc: b@example.org',
    { code: 'text.forbidden', values: { character: 'control', codePoint: 'U+000D' } },
  ],
  ['you', 'email', `${long(244)}@example.org`, { code: 'email.too-long', values: { max: 254, count: 256 } }],
  ['you', 'mailLanguage', 'fr', { code: 'choice.unknown' }],
  ['you', 'phrase', 'abc', { code: 'phrase.too-short', values: { min: 4, count: 3 } }],
  ['you', 'phrase', long(41), { code: 'phrase.too-long', values: { max: 40, count: 41 } }],
  ['you', 'needs', long(1001), { code: 'needs.too-long', values: { max: 1000, count: 1001 } }],
  ['permissions', 'acceptRules', 'no', { code: 'acceptRules.missing' }],
  ['permissions', 'film', 'always', { code: 'choice.unknown' }],
]

test.each(wrong)('%s: %s is refused, with its reason (%#)', (step, field, value, error) => {
  expect(errorOf(step, field, value)).toStrictEqual(error)
})

const right: readonly (readonly [Step, FieldName, string | string[]])[] = [
  ['post', 'postUrl', '\u2067https://x.com/a/status/1963000000000000000\u2069'],
  ['post', 'postText', long(4000, '👨‍👩‍👧‍👦')],
  ['story', 'story', long(100)],
  ['story', 'story', long(4000, '👨‍👩‍👧‍👦')],
  ['story', 'story', `${long(120)}\r\n\tnext line \u2067אבג\u2069`],
  ['story', 'storyLanguage', 'zh-hant-TW'],
  ['story', 'storyLanguage', 'quc'],
  ['story', 'themes', 'family'],
  ['story', 'themes', ['family', 'family', 'other', 'other']],
  ['you', 'displayName', '玲'],
  ['you', 'displayName', long(60, '👩🏽‍🚀')],
  ['you', 'email', "o'neil+stories@mail.example.co"],
  ['you', 'phrase', '蓝色水壶'],
  ['you', 'phrase', '\u200b\u200b'],
]

test.each(right)('%s: %s is accepted (%#)', (step, field, value) => {
  expect(errorOf(step, field, value)).toBeNull()
})

test('a text is kept as typed, but for line ends, outer space and normal form', () => {
  const parsed = parseStep('story', { ...formOf('story'), story: `  ${long(100)}\r\n\r\n e\u0301 <b>  x</b>\r\n` })

  expect(parsed.ok && parsed.answers).toMatchObject({ story: `${long(100)}\n\n é <b>  x</b>` })
})

test('a language tag is kept in its usual spelling', () => {
  const parsed = parseStep('story', { ...formOf('story'), storyLanguage: 'ZH-hant-tw' })

  expect(parsed.ok && parsed.answers).toMatchObject({ storyLanguage: 'zh-Hant-TW' })
})

test('a form is read by known names only', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'yes' }))
    form.append(name, value)
  form.append('country', 'ES')
  form.append('__proto__', 'x')
  form.append('constructor', 'x')
  form.append('status', 'selected')
  form.append('$ACTION_1:0', 'x')

  expect(readForm(form, 'share')).toStrictEqual({ country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'yes' })
})

test('a file in the place of a text counts as nothing', () => {
  const form = new FormData()
  form.append('postUrl', new Blob(['x']), 'x.txt')

  expect(readForm(form, 'post')).toStrictEqual({})
})

test('of a flood of choices only the first twenty are looked at', () => {
  const form = new FormData()
  for (let count = 0; count < 5000; count += 1) form.append('tools', 'saving')

  expect(readForm(form, 'story').tools).toHaveLength(20)
})

test('an answer to a question is held to the same rules as a story', () => {
  expect(parseAnswer(' Yes\r\n, it is. ')).toStrictEqual({ ok: true, answer: 'Yes\n, it is.' })
  expect(parseAnswer(' \u200b ')).toStrictEqual({ ok: false, error: { code: 'answer.missing' } })
  expect(parseAnswer(long(4001))).toStrictEqual({ ok: false, error: { code: 'answer.too-long', values: { max: 4000, count: 4001 } } })
  expect(parseAnswer('\0')).toStrictEqual({
    ok: false,
    error: { code: 'text.forbidden', values: { character: 'nul', codePoint: 'U+0000' } },
  })
})

const odd = [
  '\u2066',
  '\u2069',
  '\n',
  '\t',
  '👨‍👩‍👧',
  'e\u0301',
  '%00',
  "' or 1=1 --",
  '<svg/onload=x>',
  '{{7*7}}',
  '__proto__',
  '\\u0000',
  '𐐷',
  ' ',
  'ﷺ',
  '=1+1',
]
const broken = ['\0', '\ud800', '\udc00', '\ufeff', '\u{e0041}', '\uffff', '\u001b', '\u0085']

// The same noise on every run.
function noise(seed: number, parts: readonly string[]): string {
  let state = seed * 7_919 + 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  return Array.from({ length: next() % 40 }, () => parts[next() % parts.length] ?? '').join('')
}

const texts: readonly (readonly [Step, FieldName])[] = [
  ['post', 'postText'],
  ['story', 'story'],
  ['you', 'displayName'],
  ['you', 'phrase'],
  ['you', 'needs'],
]

test('whatever text is accepted can be stored, and comes back the same', () => {
  let accepted = 0
  for (let seed = 1; seed <= 400; seed += 1) {
    for (const [step, field] of texts) {
      const parsed = parseStep(step, { ...formOf(step), [field]: `${long(field === 'story' ? 100 : 0)}${noise(seed, odd)}` })
      if (!parsed.ok) continue
      accepted += 1
      const stored = JSON.stringify(parsed.answers)
      expect(stored.isWellFormed() && !/[^\\]\\u0000/.test(stored)).toBe(true)
      expect(readAnswers({ [step]: JSON.parse(stored) })).toStrictEqual({ [step]: parsed.answers })
    }
  }
  expect(accepted).toBeGreaterThan(800)
})

test('a broken character anywhere in a text is refused and named', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    for (const character of broken) {
      for (const [step, field] of texts) {
        const parsed = parseStep(step, { ...formOf(step), [field]: `${noise(seed, odd)}x${character}x${noise(seed + 1, odd)}` })
        expect(parsed.ok ? null : parsed.errors[field]?.code).toBe('text.forbidden')
      }
    }
  }
})

test('no answers of any shape make a step throw', () => {
  const shapes: readonly unknown[] = [
    [],
    [[]],
    {},
    null,
    undefined,
    0,
    true,
    ['x', 'x'],
    { length: 3 },
    Object.create(null),
    new Date(),
    'x',
  ]
  for (const step of steps) {
    for (const shape of shapes) {
      const raw = Object.fromEntries(fieldsOf(step).map((field) => [field, shape])) as Raw
      expect(parseStep(step, raw).ok).toBe(false)
    }
  }
})

test('the longest and strangest texts are read in well under a second', () => {
  const hostile = [
    long(120_000),
    long(60_000, 'a@'),
    long(60_000, '.a'),
    long(120_000, '\u0301'),
    long(40_000, '👨‍👩'),
    long(60_000, ' \n'),
  ]

  for (const text of hostile) {
    const start = performance.now()
    for (const step of steps) parseStep(step, Object.fromEntries(fieldsOf(step).map((field) => [field, text])))
    expect(performance.now() - start).toBeLessThan(900)
  }
})

test('a text of a million characters is refused with its length, without looking at each of them', () => {
  const text = long(1_000_000)
  const timed = (work: () => void) => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  }
  const tooLong = (count: number) => ({ code: 'story.too-long', values: { max: 4000, count } })

  expect(errorOf('story', 'story', text)).toStrictEqual(tooLong(1_000_000))
  expect(errorOf('story', 'story', long(500_000, '𝒜'))).toStrictEqual(tooLong(500_000))
  const refused = Math.min(...[1, 2, 3].map(() => timed(() => errorOf('story', 'story', text))))
  expect(refused).toBeLessThan(Math.min(...[1, 2, 3].map(() => timed(() => countGraphemes(text)))) * 0.6)
})

test('few characters of very many parts are too heavy, however long the text', () => {
  expect(errorOf('story', 'story', `${long(200)}a${'\u0301'.repeat(900_000)}`)).toStrictEqual({
    code: 'text.too-heavy',
    values: { max: 40_000 },
  })
})
