import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Answered } from './kinds.ts'

/** What two programs of others say about one answer. */
export type Verdict = Readonly<{ score: number; grade: string; losses: readonly string[]; high: number; medium: number; maybe: number }>

type Output = { result: string | null; scoreModifier?: number }
type Observatory = Readonly<{
  tests: readonly ((requests: object) => Output)[]
  modifier: (result: string) => number
  grade: (score: number) => { grade: string }
  extraFrom: number
  makeRequests: (host: string) => Record<string, Record<string, unknown>>
  makeJar: () => { setCookieSync: (line: string, url: string) => unknown }
}>
type Evaluator = (policy: string) => readonly { severity: number; description: string }[]

const host = 'stories.test'
const severity = { high: [10, 20], medium: [30], maybe: [40, 50] }

/** Loads Observatory's rules (MPL-2.0) and csp_evaluator (Apache-2.0) from a folder they were installed in; neither is a part of this project. */
export async function loadTools(folder: string): Promise<(answered: Answered) => Verdict> {
  const observatory = await loadObservatory(folder)
  const evaluate = await loadEvaluator(folder)
  return (answered) => ({ ...scoreOf(observatory, answered), ...findingsOf(evaluate, answered) })
}

async function loadObservatory(folder: string): Promise<Observatory> {
  const root = path.join(folder, 'node_modules/@mdn/mdn-http-observatory')
  const preloaded = path.join(root, 'conf/hsts-preload.json')
  if (!existsSync(preloaded)) writeFileSync(preloaded, '{}') // it would be fetched; nobody's host is in it
  const load = (file: string) => import(pathToFileURL(path.join(root, 'src', file)).href)
  const [{ ALL_TESTS }, grader, charts, { Requests }] = await Promise.all(
    ['constants.js', 'grader/grader.js', 'grader/charts.js', 'types.js'].map(load),
  )
  const { CookieJar } = await import(pathToFileURL(path.join(folder, 'node_modules/tough-cookie/dist/cookie/index.js')).href)
  return {
    ...{ tests: ALL_TESTS, modifier: grader.getScoreModifier, grade: grader.getGradeForScore },
    ...{ extraFrom: charts.MINIMUM_SCORE_FOR_EXTRA_CREDIT, makeRequests: (name) => new Requests(name), makeJar: () => new CookieJar() },
  }
}

async function loadEvaluator(folder: string): Promise<Evaluator> {
  const root = path.join(folder, 'node_modules/csp_evaluator/dist')
  const [{ CspEvaluator }, { CspParser }] = await Promise.all(
    ['evaluator.js', 'parser.js'].map((file) => import(pathToFileURL(path.join(root, file)).href)),
  )
  return (policy) => new CspEvaluator(new CspParser(policy).csp).evaluate()
}

/** Scores one answer by Observatory's rules, as if it had been asked for over TLS after the redirect that the proxy makes. */
function scoreOf(tools: Observatory, { path: place, status, headers, cookies, body, options }: Answered) {
  const requests = tools.makeRequests(host)
  const url = new URL(`https://${host}${place}`)
  const response = { headers, status, statusText: '', data: body, verified: true, request: { headers: {} }, config: { headers: {} } }
  const route = [
    { url: new URL(`http://${host}${place}`), status: 308 },
    { url, status },
  ]
  const jar = tools.makeJar()
  for (const line of cookies) jar.setCookieSync(line, url.href)
  Object.assign(requests.responses ?? {}, { auto: { ...response, httpEquiv: new Map() }, http: response, https: response })
  Object.assign(requests.responses ?? {}, { cors: { ...response, headers: options }, httpRedirects: route, httpsRedirects: route.slice(1) })
  Object.assign(requests, { session: { jar, url, redirectHistory: route } })
  Object.assign(requests.resources ?? {}, { path: body })
  const results = tools.tests.flatMap((test) => test(requests).result ?? [])
  const changes = results.map((result) => [result, tools.modifier(result)] as const)
  const plain = changes.reduce((sum, [, change]) => sum + Math.min(change, 0), 100)
  const score = plain >= tools.extraFrom ? changes.reduce((sum, [, change]) => sum + change, 100) : plain
  return { score, grade: tools.grade(score).grade, losses: changes.filter(([, change]) => change < 0).map(([result]) => result) }
}

function findingsOf(evaluate: Evaluator, { headers }: Answered) {
  const findings = evaluate(String(headers['content-security-policy'] ?? ''))
  const count = (levels: readonly number[]) => findings.filter((finding) => levels.includes(finding.severity)).length
  return { high: count(severity.high), medium: count(severity.medium), maybe: count(severity.maybe) }
}
