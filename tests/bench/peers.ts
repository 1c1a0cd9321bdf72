import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fingerprint } from '#server/files.ts'
import { freePort } from '../support/site.ts'
import type { Page } from './fetched.ts'
import { programPath, type Running, startServer } from './running.ts'

/** Everything the measurements make stays here. */
export const place = path.resolve('.data/bench')
const own = path.resolve('tests/bench/peers')
const versions: Readonly<Record<string, string>> = { autocannon: '9.0.0', lighthouse: '13.5.0' }

/** Where an npm package for measuring is, installing it into the folder of the measurements when it is not there yet. */
export async function npmTool(name: string): Promise<string> {
  const found = path.join(place, 'npm/node_modules', name)
  if (existsSync(found)) return found
  await mkdir(path.join(place, 'npm'), { recursive: true })
  console.log(`▸ installing ${name} ${versions[name]}`)
  execFileSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', path.join(place, 'npm'), `${name}@${versions[name]}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return found
}

/** A program of the system: installed with apt where that is possible, else null. */
export function systemProgram(name: string, aptPackage = name): string | null {
  const found = programPath(name)
  if (found || process.getuid?.() !== 0 || !programPath('apt-get')) return found
  console.log(`▸ installing ${aptPackage}`)
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', aptPackage], { stdio: 'ignore' })
  } catch {
    return null
  }
  return programPath(name)
}

/** nginx with one worker serving these pages: the same bytes, compressed before, with the same headers. Null when there is no nginx. */
export async function startNginx(pages: readonly Page[]): Promise<Running | null> {
  const nginx = systemProgram('nginx', 'nginx-light')
  if (!nginx) return null
  const [home, port] = [path.join(place, 'nginx'), await freePort()]
  await mkdir(path.join(home, 'temp'), { recursive: true })
  const locations = await Promise.all(pages.map((page, index) => nginxPage(home, page, index)))
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/temp;`).join(' ')
  await writeFile(
    path.join(home, 'nginx.conf'),
    `worker_processes 1; pid ${home}/pid; error_log ${home}/error.log; daemon off;
events { worker_connections 512; }
http { access_log off; sendfile on; keepalive_requests 100000000; open_file_cache max=100; ${temps} types {} default_type "text/html; charset=utf-8";
server { listen 127.0.0.1:${port}; root ${home};
${locations.join('\n')}
} }`,
  )
  return startServer('nginx', `http://127.0.0.1:${port}`, [nginx, '-c', path.join(home, 'nginx.conf'), '-e', path.join(home, 'error.log')])
}

async function nginxPage(home: string, page: Page, index: number): Promise<string> {
  await writeFile(path.join(home, `page-${index}`), page.body)
  const headers = Object.entries(page.headers).map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`)
  return `location = ${page.path} { etag off; try_files /page-${index} =404; ${headers.join(' ')} }`
}

/** node:http alone, answering the same bytes from memory. */
export async function startBarePages(pages: readonly Page[]): Promise<Running> {
  const port = await freePort()
  const file = path.join(place, 'bare-pages.json')
  const told = pages.map(({ path: at, headers, body }) => ({ at, headers, body: body.toString('base64') }))
  await writeFile(file, JSON.stringify(told))
  return startServer('node:http', `http://127.0.0.1:${port}`, [process.execPath, path.join(own, 'bare-pages.ts'), String(port), file])
}

/** node:http and pg alone: a form, a durable transaction of four statements, a receipt. */
export async function startBareTransaction(databaseUrl: string): Promise<Running> {
  const port = await freePort()
  return startServer(
    'bare transaction',
    `http://127.0.0.1:${port}`,
    [process.execPath, path.join(own, 'bare-transaction.ts'), String(port)],
    {
      DATABASE_URL: databaseUrl,
    },
  )
}

/** The smallest Next site that does the same kind of work, built once: a static page, a page of one query, and a form taken in one statement. */
export async function startNext(databaseUrl: string): Promise<Running> {
  const [home, port, next] = [path.join(place, 'next'), await freePort(), path.resolve('node_modules/next/dist/bin/next')]
  const env = { DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const [mark, wanted] = [path.join(home, '.next/built-from'), await fingerprint(own, ['next'])]
  if ((await readFile(mark, 'utf8').catch(() => '')) !== wanted) {
    console.log('▸ building the minimal Next site')
    await rm(home, { recursive: true, force: true })
    await cp(path.join(own, 'next'), home, { recursive: true })
    const stdio = ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit']
    execFileSync(process.execPath, [next, 'build'], { cwd: home, env: Object.assign({ ...process.env }, env), stdio })
    await writeFile(mark, wanted)
  }
  const url = `http://localhost:${port}`
  return startServer('minimal Next', url, [process.execPath, next, 'start', '-p', String(port)], env, home)
}
