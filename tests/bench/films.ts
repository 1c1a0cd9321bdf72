import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { keptMemory } from '#lib/films/render/child.ts'
import { place, systemProgram } from './peers.ts'
import { measurePreview } from './preview.ts'
import { median, missing, number, type Row, spreadOf } from './report.ts'

const run = promisify(execFile)
type Filmed = Readonly<{ seconds: number; ours: number[]; alone: number[]; megabytes: number; encoder: string }>

/** Rendering a film beside its encoder alone, fed with the same frames; and frames as the preview draws them. */
export async function measureFilms(): Promise<Row[]> {
  if (!systemProgram('ffmpeg')) return [missing('film', 'render and raw encoding', 'ffmpeg')]
  const folder = await mkdtemp(path.join(place, 'film-'))
  try {
    const env = Object.assign({ ...process.env }, keptMemory)
    const { stdout } = await run(process.execPath, ['--conditions=react-server', 'tests/bench/filming.ts', folder], { env })
    const rows = rowsOf(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Filmed)
    return [...rows, ...(await measurePreview())]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsOf({ seconds, ours, alone, megabytes, encoder }: Filmed): Row[] {
  const [own, peer] = [median(ours), median(alone)]
  const figure = { section: 'film', spread: null, wrong: 0, ratio: null, peer: '' }
  const length = `${number(seconds, 1)} s at 1280 × 720`
  return [
    {
      ...{
        section: 'film',
        what: `rendering ${length}, and ${encoder} alone with the same frames`,
        ours: `${number(own, 1)} s`,
        peer: `${number(peer, 1)} s`,
      },
      ...{ ratio: own / peer, reach: '≤ 1.5', spread: spreadOf(ours), wrong: 0 },
    },
    { ...figure, what: 'its time by its length', ours: '', peer: '', ratio: own / seconds, reach: '< 1', spread: spreadOf(ours) },
    { ...figure, what: 'memory of the renderer', ours: `${number(megabytes)} MB`, reach: '< 400 MB' },
  ]
}
