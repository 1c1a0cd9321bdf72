import { expect, test } from 'vitest'
import { usedStyles } from '#server/door/used-styles.ts'

const page = '<!DOCTYPE html><html lang="en"><body><main class="wrap"><p class="lead">A line about .film</p></main></body></html>'

test('a page gets the rules its markup can use, and none that only its text names', async () => {
  const css = await usedStyles('.wrap{margin:0}.film{padding:0}.wrap .lead{color:red}.wrap .film{color:blue}p,h1{margin:1px}', page)
  expect(css).toBe('.wrap{margin:0}.wrap .lead{color:red}p{margin:1px}')
})

test('what an attribute, a state or a medium decides stays', async () => {
  const whole = [
    ':root[data-theme="dark"] .lead{color:white}',
    '.lead:hover{color:red}',
    '@media print{.wrap{margin:0}}',
    '@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){--ink:white}}',
    '.wrap:has(.lead){gap:0}',
    '.wrap[dir=rtl]{gap:1px}',
    ':lang(ar) :is(p){gap:2px}',
    ':not(.film):is(p){gap:2px}',
    ':focus{outline:none}',
    ':focus-visible{outline:3px solid}',
    '@media (forced-colors:active){:focus-visible{outline:3px solid Highlight}}',
    ':target{gap:3px}',
    '.lead:is(:hover,:focus-visible){gap:3px}',
  ]
  for (const rule of whole) expect(await usedStyles(rule, page)).toBe(rule)
  expect(await usedStyles('@media print{.film{margin:0}}', page)).not.toContain('film')
})

test('an element that closes itself without attributes counts as one', async () => {
  expect(await usedStyles('.lead br{display:none}', '<p class="lead">One<br/>two</p>')).toBe('.lead br{display:none}')
})

test('a class that a module of the page sets stays', async () => {
  const rule = '.is-copied{color:red}'
  const script = (name: string) => page.replace('</body>', `<script type="module" src="/modules/${name}.js"></script></body>`)
  expect(await usedStyles(rule, script('print'))).toBe('')
  expect(await usedStyles('.cue{color:red}', script('player'))).toBe('.cue{color:red}')
})

test('a page goes out with the whole sheet when it cannot be told what it uses', async () => {
  const css = '.unused{color:red}'

  expect(await usedStyles(css, '<p>Words</p><script type="module" src="/modules/nothing.js"></script>')).toBe(css)
})
