import { type FileHandle, open, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CineError } from '../errors.ts'
import { type Asked, brokenDownload, networkError, Passing, silentError } from './errors.ts'
import { type PartialState, readPartial, removePartial, writePartial } from './partial.ts'
import { get } from './request.ts'

export interface AttemptOptions {
  url: URL
  authorization: string | null
  asked: Omit<Asked, 'host'>
  timeoutMs: number
  signal: AbortSignal
  onBytes(received: number, total: number | null): void
}

/** What came of a whole download. */
export interface Whole {
  asked: Asked
  /** MD5 in base64, when the server says it. */
  md5: string | null
}

/**
 * One request, which goes on with what is at `path` when that is a part of the same archive. Afterwards all of
 * it is there. Throws `CineError`, and `Passing` for what another attempt may bring.
 */
export async function attempt(path: string, options: AttemptOptions): Promise<Whole> {
  const { url, authorization, signal } = options
  const part = await readPartial(path, url.href)
  const resume: Record<string, string> = part
    ? { range: `bytes=${part.bytes}-`, 'if-range': part.state.validator }
    : {}
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), options.timeoutMs)
  try {
    const headers: Record<string, string> = { accept: '*/*', ...resume }
    const { response, asked } = await get(url, {
      authorization,
      headers,
      signal: AbortSignal.any([signal, silence.signal]),
      asked: options.asked,
    })
    const whole = { asked, md5: md5Of(response) }
    const range = contentRange(response)
    if (response.status === 416) {
      await response.body?.cancel().catch(() => {})
      if (part && range?.total === part.bytes) return whole
      await removePartial(path)
      throw new Passing(brokenDownload('the rest of it is not there', asked))
    }
    const start = response.status === 206 ? (range?.start ?? -1) : 0
    const validator = validatorOf(response)
    const goesOn = response.status === 200 || (part !== null && start === part.bytes)
    if (!goesOn || (response.status === 206 && changed(part?.state, range?.total ?? null, validator))) {
      await response.body?.cancel().catch(() => {})
      await removePartial(path)
      throw new Passing(brokenDownload('another part came than the one asked for', asked))
    }
    const total = range?.total ?? lengthOf(response)
    await refuseIfNoRoom(path, (total ?? 0) - start)
    if (response.status === 200) {
      await removePartial(path)
      if (validator) await writePartial(path, { url: url.href, validator, total })
    }
    const handle = await open(path, start > 0 ? 'a' : 'w')
    try {
      await receive(response, handle, {
        start,
        total,
        asked,
        onBytes: options.onBytes,
        alive: () => timer.refresh(),
      })
    } finally {
      await handle.close()
    }
    return whole
  } catch (error) {
    if (silence.signal.aborted) throw silentError(options.timeoutMs, { ...options.asked, host: url.host })
    if (error instanceof CineError || error instanceof Passing) throw error
    throw networkError(error, { ...options.asked, host: url.host })
  } finally {
    clearTimeout(timer)
  }
}

interface Receiving {
  start: number
  total: number | null
  asked: Asked
  onBytes(received: number, total: number | null): void
  alive(): void
}

async function receive(response: Response, handle: FileHandle, options: Receiving): Promise<void> {
  const { total, asked } = options
  let received = options.start
  options.onBytes(received, total)
  if (response.body) {
    try {
      for await (const chunk of response.body) {
        options.alive()
        for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten
        received += chunk.length
        options.onBytes(received, total)
      }
    } catch (error) {
      throw networkError(error, asked)
    }
  }
  if (total === null || received === total) return
  const failure = brokenDownload(`it ended after ${received} of ${total} bytes`, asked)
  throw received < total ? new Passing(failure) : failure
}

/** What names this very content: a strong tag, or the time of its last change. */
function validatorOf(response: Response): string | null {
  const tag = response.headers.get('etag')
  return tag && !tag.startsWith('W/') ? tag : response.headers.get('last-modified')
}

function changed(state: PartialState | undefined, total: number | null, validator: string | null): boolean {
  return (
    !state ||
    (validator !== null && validator !== state.validator) ||
    (state.total !== null && total !== state.total)
  )
}

function contentRange(response: Response): { start: number; total: number | null } | null {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '')
  if (!match) return null
  return { start: Number(match[1] ?? -1), total: match[2] === '*' ? null : Number(match[2]) }
}

/** Null also when the length is that of something packed on the way. */
function lengthOf(response: Response): number | null {
  const length = response.headers.get('content-length')
  const packed = response.headers.get('content-encoding') ?? 'identity'
  return length !== null && /^\d+$/.test(length) && packed === 'identity' ? Number(length) : null
}

/** Google's storage says it as `x-goog-hash: crc32c=…,md5=…`. */
function md5Of(response: Response): string | null {
  const google = /(?:^|[,\s])md5=([A-Za-z0-9+/]{22}==)/.exec(response.headers.get('x-goog-hash') ?? '')?.[1]
  return google ?? (response.status === 200 ? response.headers.get('content-md5') : null)
}

async function refuseIfNoRoom(path: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path))
  if (bytes <= bavail * bsize) return
  throw new CineError('DISK_FULL', `The disk has no room for an archive of ${Math.ceil(bytes / 1e6)} MB.`, {
    hint: 'Free some space, or choose a lake on another disk with --lake.',
    details: { bytes, free: bavail * bsize },
  })
}
