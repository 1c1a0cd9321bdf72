import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import { type Environment, env } from '#lib/foundation/env.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { Range } from './ranges.ts'

/** Where files are kept: a folder or an S3-compatible store. Names are those of `names.ts`. */
export interface Store {
  /** Keeps a copy of a local file under a name; whole or not at all. */
  put(name: string, file: string, type: string): Promise<void>
  /** How many bytes are kept under a name; null when there is nothing. */
  bytes(name: string): Promise<number | null>
  /** The bytes kept under a name, all or some. Rejects when there is nothing. */
  read(name: string, range?: Range): Promise<Readable>
  /** Removes what is kept under a name, if anything. */
  remove(name: string): Promise<void>
}

/** Files in a folder of this machine. */
export function folderStore(folder: string): Store {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    async put(name, file) {
      // A name is there when its bytes are: written beside it first, brought to the disk, then renamed.
      const making = `making/${newId()}`
      await stat(file)
      try {
        await disk.putStream(making, createReadStream(file))
        await sync(path.join(folder, making))
        await disk.move(making, name)
      } catch (error) {
        await disk.delete(making).catch(() => {})
        throw error
      }
    },
    bytes: (name) => sizeOf(disk, name),
    read: async (name, range) => {
      const stream = createReadStream(path.join(folder, name), range ? { start: range.first, end: range.last } : {})
      await new Promise<void>((resolve, reject) => stream.once('open', () => resolve()).once('error', reject))
      return stream
    },
    remove: (name) => disk.delete(name),
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync().finally(() => handle.close())
}

type Bucket = Readonly<{ bucket: string; region: string; endpoint?: string | undefined; accessKeyId: string; secretAccessKey: string }>

/** Files in a bucket of an S3-compatible store. */
export function bucketStore({ bucket, region, endpoint, accessKeyId, secretAccessKey }: Bucket): Store {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Checksums of their own are not understood by every store.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))
  return {
    async put(name, file, type) {
      const { size } = await stat(file)
      await disk.putStream(name, createReadStream(file), { contentType: type, contentLength: size })
    },
    bytes: (name) => sizeOf(disk, name),
    read: async (name, range) => {
      const wanted = range ? { Range: `bytes=${range.first}-${range.last}` } : {}
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name, ...wanted }))
      if (!Body) throw new Error('the store answered without a body')
      return Body as Readable
    },
    remove: (name) => disk.delete(name),
  }
}

async function sizeOf(disk: Disk, name: string): Promise<number | null> {
  if (!(await disk.exists(name))) return null
  return (await disk.getMetaData(name)).contentLength
}

/** The store that an environment names. */
export function storeFor(settings: Environment): Store {
  const { MEDIA_S3_BUCKET: bucket, MEDIA_S3_ACCESS_KEY_ID: accessKeyId, MEDIA_S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  if (!bucket || !accessKeyId || !secretAccessKey) return folderStore(path.join(settings.DATA_DIR, 'media'))
  return bucketStore({ bucket, accessKeyId, secretAccessKey, region: settings.MEDIA_S3_REGION, endpoint: settings.MEDIA_S3_ENDPOINT })
}

let current: Store | undefined

/** The store of this process. */
export function mediaStore(): Store {
  current ??= storeFor(env())
  return current
}
