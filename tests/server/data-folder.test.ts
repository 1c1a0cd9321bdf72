import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lockDataFolder } from '#server/data-folder.ts'
import { takeLock } from '#server/lock.ts'
import { firstLine, runModule, throwawayFolder } from './throwaway.ts'

function holderOf(folder: string) {
  const module = path.resolve('server/data-folder.ts')
  return runModule(`
    const lock = await (await import(${JSON.stringify(module)})).lockDataFolder(${JSON.stringify(folder)})
    process.on('SIGTERM', async () => { await lock.announceRelease(); setTimeout(() => lock.release(), 2500) })
    setInterval(() => {}, 1000)
    console.log('held')
  `)
}

test('a data folder in use by a living start is refused, naming the process', async () => {
  const folder = throwawayFolder()
  const holder = holderOf(folder)
  await firstLine(holder)

  await expect(lockDataFolder(folder)).rejects.toThrow(`The data folder ${folder} is in use by a running start (process ${holder.pid}).`)
})

test('a start that announces its end is waited for', async () => {
  const folder = throwawayFolder()
  const holder = holderOf(folder)
  await firstLine(holder)
  holder.kill('SIGTERM')

  await expect(lockDataFolder(folder)).resolves.toMatchObject({ tookOver: false })
})

test('the lock of a killed start is taken over by exactly one of those who want it', async () => {
  const folder = throwawayFolder()
  const holder = holderOf(folder)
  await firstLine(holder)
  holder.kill('SIGKILL')
  await once(holder, 'exit')

  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataFolder(folder)))

  const winners = tries.filter((result) => result.status === 'fulfilled')
  expect(winners.map(({ value }) => value.tookOver)).toEqual([true])
})

test('a lock is stale when its process number belongs to another process now', async () => {
  const folder = throwawayFolder()
  const file = path.join(folder, 'start.lock')
  await writeFile(file, JSON.stringify({ pid: process.pid, bornAt: '1' }))

  await expect(lockDataFolder(folder)).resolves.toMatchObject({ tookOver: true })
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid })
})

test('an empty lock file, left by a crash between making and writing it, is taken over', async () => {
  const file = path.join(throwawayFolder(), 'some.lock')
  await writeFile(file, '')

  await expect(takeLock(file, 500)).resolves.toMatchObject({ tookOver: true })
})

test('a data folder that cannot be made is refused with the reason', async () => {
  const file = path.join(throwawayFolder(), 'file')
  await writeFile(file, '')

  await expect(lockDataFolder(file)).rejects.toThrow(`The data folder ${file} cannot be written to (it is a file).`)
  await expect(lockDataFolder(path.join(file, 'inside'))).rejects.toThrow('cannot be written to (part of the path is a file)')
})
