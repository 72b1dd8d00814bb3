import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { cancelled } from '../errors.ts'
import { attempt, type Whole } from './attempt.ts'
import type { Credentials } from './credentials.ts'
import { type Dataset, datasetName } from './dataset.ts'
import { brokenDownload, notAnArchive, Passing } from './errors.ts'
import { closePartial, removePartial } from './partial.ts'
import type { Settings } from './settings.ts'

export interface DownloadOptions {
  credentials: Credentials | null
  settings: Settings
  signal: AbortSignal
  /** `total` is null when the server does not say it. */
  onProgress(received: number, total: number | null): void
  log(message: string): void
}

/** A server that asks for a longer pause is told of as a failure. */
const LONGEST_WAIT_MS = 120_000
const ZIP_MAGIC = ['504b0304', '504b0506']

/**
 * Downloads the archive of a dataset to `path`, going on with what an earlier attempt left there, and checks
 * its length and its checksum, as far as they are told. Throws `KAGGLE_…`, `DISK_FULL`, `CANCELLED`; after a
 * failure that may pass, what has arrived stays for the next time.
 */
export async function downloadDataset(
  dataset: Dataset,
  path: string,
  options: DownloadOptions,
): Promise<void> {
  const { settings, credentials, signal } = options
  await mkdir(dirname(path), { recursive: true })
  const url = archiveUrl(dataset, settings.base)
  const asked = { dataset: datasetName(dataset), credentials: credentials?.from ?? null }
  const { timeoutMs } = settings
  let most = 0
  const onBytes = (received: number, total: number | null) => {
    most = Math.max(most, received)
    options.onProgress(received, total)
  }

  for (let failures = 0; ; ) {
    const before = most
    try {
      const request = { url, authorization: credentials?.header ?? null, asked, timeoutMs, signal, onBytes }
      return await check(path, await attempt(path, request))
    } catch (error) {
      if (signal.aborted) throw cancelled()
      if (!(error instanceof Passing)) throw error
      failures = most > before ? 1 : failures + 1
      const wait = error.waitMs ?? settings.backoffMs * 2 ** (failures - 1) * (0.75 + Math.random() / 2)
      if (failures > settings.retries || wait > LONGEST_WAIT_MS) throw error.failure
      options.log(`${error.failure.message} Trying again in ${Math.ceil(wait / 1000)} s.`)
      await sleep(wait, undefined, { signal }).catch(() => {
        throw cancelled()
      })
    }
  }
}

function archiveUrl({ owner, name, version }: Dataset, base: URL): URL {
  const url = new URL(`${base.pathname.replace(/\/$/, '')}/api/v1/datasets/download/${owner}/${name}`, base)
  if (version !== null) url.searchParams.set('datasetVersionNumber', String(version))
  return url
}

/** Whether what arrived is the archive, whole. */
async function check(path: string, { asked, md5 }: Whole): Promise<void> {
  if (md5 !== null && (await md5Of(path)) !== md5) {
    await removePartial(path)
    throw new Passing(brokenDownload('its checksum is not the one that was told', asked))
  }
  const head = await headOf(path)
  if (!ZIP_MAGIC.some((magic) => head.toString('hex').startsWith(magic))) {
    await removePartial(path)
    const page = /^\s*(<!doctype|<html|<\?xml|\{)/i.test(head.toString('latin1'))
    throw notAnArchive(
      page ? 'a web page or a message' : head.length === 0 ? 'nothing' : 'something else',
      asked,
    )
  }
  await closePartial(path)
}

async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('base64')
}

async function headOf(path: string): Promise<Buffer> {
  if ((await stat(path).catch(() => null)) === null) return Buffer.alloc(0)
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
