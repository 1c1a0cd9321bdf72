import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureBrowser } from './browser.ts'
import { measureEntering } from './entering.ts'
import { measureFilms } from './films.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measurePages } from './pages.ts'
import { place } from './peers.ts'
import { measureExport, measureQueue, type Size } from './queue.ts'
import { missing, type Row, tableOf } from './report.ts'
import { canMeasure } from './running.ts'
import { commit, type MeasuredSite, openSite } from './site.ts'
import { measureStarting } from './starting.ts'

// `npm run bench`: the site beside the limits and its peers, measured in turns, as one table of ratios.

const sections: Readonly<Record<string, (site: MeasuredSite, size: Size) => Promise<Row[]>>> = {
  pages: measurePages,
  entering: measureEntering,
  queue: measureQueue,
  export: measureExport,
  films: measureFilms,
  browser: measureBrowser,
  start: measureStarting,
  lighthouse: measureLighthouse,
}
/** A long one is measured when it is asked for by name. */
const usual = Object.keys(sections).filter((name) => name !== 'lighthouse')
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: usual.join() },
    /** How many sample entries the large database has; a million takes ten minutes to fill, once. */
    rows: { type: 'string', default: '50000' },
    /** The address of a database that is filled already. */
    database: { type: 'string' },
  },
})
const size: Size = { rows: Number(values.rows), database: values.database }
const wanted = values.only.split(',').map((name) => name.trim())
const unknown = wanted.filter((name) => !sections[name])
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are ${Object.keys(sections).join(', ')}.`)
if (!canMeasure()) throw new Error('The figures come from /proc: run this on Linux.')

await mkdir(place, { recursive: true })
const rows: Row[] = []
const site = await openSite()
try {
  for (const name of wanted) {
    console.log(`▸ ${name}`)
    const measured = await measuredIn(name)
    rows.push(...measured)
    for (const row of measured) console.log(`  ${row.what}: ${row.ours} · ${row.peer} · ${row.ratio?.toFixed(3) ?? ''}`)
  }
} finally {
  await site.stop()
}
const table = `${tableOf(rows, new Date())}\n\nAt commit ${commit()}; ${wanted.join(', ')}.`
console.log(`\n${table}`)
await writeFile('docs/benchmark.md', `# Benchmark\n\n${table}\n`)
await between('README.md', table)
process.exit(rows.some((row) => row.wrong > 0) ? 1 : 0)

/** The rows of one section; one that breaks says so in its row and lets the others be measured. */
async function measuredIn(name: string): Promise<Row[]> {
  try {
    return (await sections[name]?.(site, size)) ?? []
  } catch (error) {
    console.error(error)
    return [{ ...missing(name, 'the whole section', String(error).split('\n', 1)[0] ?? ''), wrong: 1 }]
  }
}

/** Puts the table between its two marks in the README. */
async function between(file: string, text: string): Promise<void> {
  const [open, close] = ['<!-- bench -->', '<!-- /bench -->']
  const whole = await readFile(file, 'utf8')
  const [from, to] = [whole.indexOf(open), whole.indexOf(close)]
  if (from >= 0 && to > from) await writeFile(file, `${whole.slice(0, from + open.length)}\n${text}\n${whole.slice(to)}`)
}
