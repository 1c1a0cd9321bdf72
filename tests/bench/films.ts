import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { keptMemory } from '#lib/films/render/child.ts'
import { inTurns } from './load.ts'
import { place, systemProgram } from './peers.ts'
import { measurePreview } from './preview.ts'
import { median, missing, number, type Row, spreadOf } from './report.ts'

const run = promisify(execFile)
const rounds = 3
type Filmed = Readonly<{ length: number; seconds: number; megabytes: number; encoder: string }>

/** Rendering, in a process of its own as always: a whole film, and a part of it beside the encoder alone with the same frames; and frames as the preview draws them. */
export async function measureFilms(): Promise<Row[]> {
  if (!systemProgram('ffmpeg')) return [missing('film', 'render and raw encoding', 'ffmpeg')]
  const folder = await mkdtemp(path.join(place, 'film-'))
  try {
    await film(folder, 'frames')
    const heard = await inTurns(
      { whole: () => film(folder, 'whole'), ours: () => film(folder, 'ours'), alone: () => film(folder, 'alone') },
      rounds,
    )
    return [besideEncoder(heard.ours, heard.alone), ...rowsOfWhole(heard.whole), ...(await measurePreview())]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function film(folder: string, step: 'frames' | 'whole' | 'ours' | 'alone'): Promise<Filmed> {
  const env = Object.assign({ ...process.env }, keptMemory)
  const { stdout } = await run(process.execPath, ['--conditions=react-server', 'tests/bench/filming.ts', folder, step], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

const secondsOf = (films: readonly Filmed[]) => films.map(({ seconds }) => seconds)
const sizeOf = ([film]: readonly Filmed[]) => `${number(film?.length ?? 0, 1)} s at 1280 × 720`

function besideEncoder(ours: readonly Filmed[], alone: readonly Filmed[]): Row {
  const [own, peer] = [median(secondsOf(ours)), median(secondsOf(alone))]
  return {
    section: 'film',
    what: `rendering ${sizeOf(ours)}, and ${ours[0]?.encoder} alone with the same frames`,
    ours: `${number(own, 1)} s`,
    peer: `${number(peer, 1)} s`,
    ratio: own / peer,
    reach: '≤ 1.5',
    spread: spreadOf(secondsOf(ours)),
    wrong: 0,
  }
}

function rowsOfWhole(whole: readonly Filmed[]): Row[] {
  const figure = { section: 'film', wrong: 0, peer: '' }
  const own = median(secondsOf(whole))
  const [film] = whole
  const ratio = own / (film?.length ?? 0)
  const most = Math.max(...whole.map(({ megabytes }) => megabytes))
  return [
    {
      ...{ ...figure, what: `rendering ${sizeOf(whole)}, by its length`, ours: `${number(own, 1)} s`, ratio },
      ...{ reach: '< 1', spread: spreadOf(secondsOf(whole)) },
    },
    { ...figure, what: 'memory of the renderer', ours: `${number(most)} MB`, ratio: null, reach: '< 400 MB', spread: null },
  ]
}
