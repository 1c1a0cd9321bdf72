import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Supervised } from '#server/supervise.ts'
import { firstLine, runModule, throwawayFolder } from './throwaway.ts'

/** Writes its process number to a file, then does as `source` says. */
function supervise(source: string, beatEvery?: number): { program: Supervised; pid: () => number; log: string[] } {
  const folder = throwawayFolder()
  const file = path.join(folder, 'program.mjs')
  const log: string[] = []
  const pidFile = path.join(folder, 'pid')
  writeFileSync(
    file,
    `import fs from 'node:fs'; fs.writeFileSync(process.argv[2], String(process.pid)); setInterval(() => {}, 1000); ${source}`,
  )
  const program = new Supervised(
    { name: 'test', args: [file, pidFile], root: folder, env: process.env },
    (line) => log.push(line),
    beatEvery,
  )
  onTestFinished(() => program.stop(0))
  return { program, pid: () => (existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0), log }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a program that is killed is started again', async () => {
  const { program, pid } = supervise('')
  await expect.poll(pid).toBeGreaterThan(0)
  const first = pid()

  process.kill(first, 'SIGKILL')

  await expect.poll(pid, { timeout: 5000 }).not.toBe(first)
  expect(program.quickDeaths).toBe(1)
})

test('a program that ends by itself when asked is not insisted on, and not started again', async () => {
  const { program, pid, log } = supervise(`process.on('SIGTERM', () => process.exit())`)
  await expect.poll(pid).toBeGreaterThan(0)
  await pause(100)

  const begun = performance.now()
  await program.stop(5000)

  expect(performance.now() - begun).toBeLessThan(2000)
  expect(lives(pid())).toBe(false)
  expect(log).toEqual([])
})

test('a program that does not listen is killed when its time is up', async () => {
  const { program, pid } = supervise(`process.on('SIGTERM', () => {})`)
  await expect.poll(pid).toBeGreaterThan(0)
  await pause(100)

  const begun = performance.now()
  await program.stop(300)

  expect(performance.now() - begun).toBeGreaterThan(290)
  expect(performance.now() - begun).toBeLessThan(4000)
  expect(lives(pid())).toBe(false)
})

test('programs end when the starter is killed, for their channel to it closes', async () => {
  const folder = throwawayFolder()
  const file = path.join(folder, 'program.mjs')
  writeFileSync(
    file,
    `setInterval(() => {}, 1000); process.on('disconnect', () => process.exit()); process.stdout.write(String(process.pid))`,
  )
  const starter = runModule(`
    const { Supervised } = await import(${JSON.stringify(path.resolve('server/supervise.ts'))})
    new Supervised({ name: 'test', args: [${JSON.stringify(file)}], root: '/', env: process.env }, () => {})
  `)
  const pid = Number(await firstLine(starter))
  expect(lives(pid)).toBe(true)
  onTestFinished(() => {
    if (lives(pid)) process.kill(pid, 'SIGKILL')
  })

  starter.kill('SIGKILL')

  await expect.poll(() => lives(pid), { timeout: 3000 }).toBe(false)
})

test('a program that hangs after it has lived is killed and started again', async () => {
  const { pid, log } = supervise(`process.send('alive'); setTimeout(() => { for (;;); }, 100)`, 20)
  await expect.poll(pid).toBeGreaterThan(0)
  const first = pid()

  await expect.poll(pid, { timeout: 10_000 }).not.toBe(first)
  expect(log[0]).toBe('test hangs')
})

test('a program that never says it lives is not taken for one that hangs', async () => {
  const { pid, log } = supervise('', 10)
  await expect.poll(pid).toBeGreaterThan(0)

  await pause(600)

  expect(log).toEqual([])
})
