import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { landedFiles, landFiles } from '../../src/pipeline/ingest/index.ts'
import { kaggleArchives } from '../../src/pipeline/kaggle/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { cine } from '../helpers/cine.ts'
import { httpServer, sendFile } from '../helpers/http-server.ts'
import { tempLake } from '../helpers/lake.ts'
import { zip } from '../helpers/zip.ts'

const TABLE = 'id,reviewId,criticName,reviewText\nx,1,c,t\n'
const ARCHIVE = zip([
  { name: 'reviews.csv', content: TABLE },
  { name: 'pad.bin', content: randomBytes(300_000), method: 0 },
])
const PATH = '/api/v1/datasets/download/someone/some-films'
const SECRET = 'KGAT_0123456789abcdef'

let layout: LakeLayout
let log: string[]

beforeEach(async () => {
  layout = lakeLayout(join(await tempLake(), 'lake'))
  log = []
  process.env.KAGGLE_API_TOKEN = SECRET
  process.env.KAGGLE_CONFIG_DIR = layout.root
})

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** How long a server may be silent: more than a busy machine is. */
const PATIENCE_MS = 5000

async function archiveFrom(
  base: URL,
  name = 'someone/some-films',
  signal = new AbortController().signal,
  timeoutMs = PATIENCE_MS,
) {
  const settings = { base, timeoutMs, retries: 3, backoffMs: 1 }
  const [archive] = await kaggleArchives(layout, [name], {
    signal,
    settings,
    log: (level, message) => log.push(`${level}: ${message}`),
  })
  if (!archive) throw new Error('no archive')
  return archive
}

/** Downloads from a server that answers so; gives the requests, and what arrived. */
async function download(handler: Handler, timeoutMs?: number) {
  const server = await httpServer(handler)
  const archive = await archiveFrom(server.url, undefined, undefined, timeoutMs)
  await archive.bring(() => {})
  const bytes = await readFile(archive.path)
  return {
    requests: server.requests,
    whole: bytes.equals(ARCHIVE),
    left: await readdir(join(archive.path, '..')),
  }
}

/** Where each request wants to go on; what a cut connection still held may be lost. */
const startsOf = (requests: readonly IncomingMessage[]) =>
  requests.map(({ headers }) => Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0))

const failing = async (handler: Handler) => {
  const server = await httpServer(handler)
  const archive = await archiveFrom(server.url)
  const error = await archive
    .bring(() => {})
    .then(
      () => expect.fail('it did not fail'),
      (thrown) => thrown,
    )
  expect(JSON.stringify([error.message, error.hint, error.details, log])).not.toContain(SECRET)
  expect(error.message).toMatch(/\.$/)
  expect(error.hint).toMatch(/\w/)
  return { error, requests: server.requests }
}

const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, headers).end('{"message":"no"}')
  }

describe('a download', () => {
  it('asks as Kaggle wants it, shows how far it is, and leaves the archive alone', async () => {
    const server = await httpServer((request, response) =>
      sendFile(request, response, ARCHIVE, { etag: '"1"' }),
    )
    const archive = await archiveFrom(
      server.url,
      'https://www.kaggle.com/datasets/someone/some-films/versions/3',
    )
    const shares: number[] = []
    await archive.bring((share) => shares.push(share))
    expect(server.requests[0]?.url).toBe(`${PATH}?datasetVersionNumber=3`)
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      'accept-encoding': 'identity',
    })
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect((await readFile(archive.path)).equals(ARCHIVE)).toBe(true)
    await archive.remove()
    expect(existsSync(archive.path)).toBe(false)
  })

  it('goes on where it was cut, again and again', async () => {
    const { requests, whole, left } = await download((request, response, count) =>
      sendFile(request, response, ARCHIVE, { etag: '"1"', ...(count < 9 ? { cutAfter: 33_000 } : {}) }),
    )
    expect(whole).toBe(true)
    expect(left).toEqual(['some-films.zip'])
    expect(requests).toHaveLength(9)
    const starts = startsOf(requests)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBeGreaterThan(33_000)
    expect(requests[8]?.headers['if-range']).toBe('"1"')
  })

  it('goes on after silence', async () => {
    const { requests, whole } = await download(
      (request, response, count) =>
        sendFile(request, response, ARCHIVE, { etag: '"1"', ...(count < 3 ? { stallAfter: 50_000 } : {}) }),
      300,
    )
    expect(whole).toBe(true)
    expect(startsOf(requests)[2]).toBe(100_000)
    expect(log[0]).toMatch(/^info: .* said nothing for 0\.3 s.* Trying again in 1 s\.$/)
  })

  it('starts anew where it cannot go on: without a tag, without parts, with another content', async () => {
    const plain = await download((request, response, count) =>
      sendFile(request, response, ARCHIVE, count < 3 ? { cutAfter: 50_000 } : {}),
    )
    expect(plain.requests.map(({ headers }) => headers.range)).toEqual([undefined, undefined, undefined])
    expect(plain.whole).toBe(true)

    const noRanges = { etag: '"1"', noRanges: true }
    const whole = await download((request, response, count) =>
      sendFile(request, response, ARCHIVE, { ...noRanges, ...(count < 3 ? { cutAfter: 50_000 } : {}) }),
    )
    expect(whole).toMatchObject({ whole: true })
    expect(startsOf(whole.requests)[1]).toBeGreaterThan(0)

    const other = randomBytes(400_000)
    const renewed = await download((request, response, count) =>
      count === 1
        ? sendFile(request, response, other, { etag: '"0"', cutAfter: 50_000 })
        : sendFile(request, response, ARCHIVE, { etag: '"1"' }),
    )
    expect(renewed.whole).toBe(true)
  })

  it('trusts no part of another content, whatever the server says', async () => {
    const other = randomBytes(400_000)
    const { whole } = await download((request, response, count) => {
      if (count === 1) return sendFile(request, response, other, { etag: '"0"', cutAfter: 50_000 })
      // It does not look at If-Range.
      request.headers['if-range'] = '"1"'
      sendFile(request, response, ARCHIVE, { etag: '"1"' })
    })
    expect(whole).toBe(true)
  })

  it('goes on in another run, and ends one that was whole', async () => {
    const server = await httpServer((request, response, count) =>
      sendFile(request, response, ARCHIVE, {
        etag: '"1"',
        ...(count < 5 ? { cutAfter: count === 1 ? 90_000 : 0 } : {}),
      }),
    )
    const first = await archiveFrom(server.url)
    await expect(first.bring(() => {})).rejects.toMatchObject({ code: 'KAGGLE_OFFLINE' })
    await first.remove()
    const second = await archiveFrom(server.url)
    await second.bring(() => {})
    expect(startsOf(server.requests).at(-1)).toBeGreaterThan(0)
    expect((await readFile(second.path)).equals(ARCHIVE)).toBe(true)

    // Killed after the last byte, before it was noticed.
    const state = { url: new URL(PATH, server.url).href, validator: '"1"', total: ARCHIVE.length }
    await writeFile(`${second.path}.json`, JSON.stringify(state))
    await (await archiveFrom(server.url)).bring(() => {})
    expect(server.requests.at(-1)?.headers.range).toBe(`bytes=${ARCHIVE.length}-`)
    expect((await readFile(second.path)).equals(ARCHIVE)).toBe(true)
  })

  it('forgets a part that is too old, or that the server no longer knows', async () => {
    const path = join(layout.tmp, 'kaggle/someone/some-films.zip')
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, randomBytes(500_000))
    const server = await httpServer((request, response) =>
      sendFile(request, response, ARCHIVE, { etag: '"1"' }),
    )
    const url = new URL(PATH, server.url).href
    await writeFile(`${path}.json`, JSON.stringify({ url, validator: '"1"', total: null }))
    await (await archiveFrom(server.url)).bring(() => {})
    expect((await readFile(path)).equals(ARCHIVE)).toBe(true)
    const old = new Date(Date.now() - 8 * 24 * 3600 * 1000)
    await utimes(path, old, old)
    await archiveFrom(server.url)
    expect(existsSync(path)).toBe(false)
  })

  it('waits as long as it is asked to, then tries again', async () => {
    const { requests, whole } = await download((request, response, count) => {
      if (count === 1) return status(503, { 'retry-after': '0' })(request, response, count)
      if (count === 2)
        return status(429, { 'retry-after': new Date().toUTCString() })(request, response, count)
      if (count === 3) return void response.destroy()
      sendFile(request, response, ARCHIVE)
    })
    expect(requests).toHaveLength(4)
    expect(whole).toBe(true)
  })

  it('checks what it can: the checksum of the store', async () => {
    const md5 = createHash('md5').update(ARCHIVE).digest('base64')
    const headers = { 'x-goog-hash': `crc32c=AAAAAA==,md5=${md5}` }
    const hurt = Buffer.from(ARCHIVE)
    hurt[1000] = (hurt[1000] as number) ^ 1
    const { requests, whole } = await download((request, response, count) =>
      sendFile(request, response, count === 1 ? hurt : ARCHIVE, { etag: '"1"', headers }),
    )
    expect(requests).toHaveLength(2)
    expect(whole).toBe(true)
    const { error } = await failing((request, response) => sendFile(request, response, hurt, { headers }))
    expect(error).toMatchObject({ code: 'KAGGLE_BROKEN_DOWNLOAD' })
  })

  it('takes an answer whose length is not told', async () => {
    const { whole } = await download((_, response) => {
      response.write(ARCHIVE.subarray(0, 1000))
      response.end(ARCHIVE.subarray(1000))
    })
    expect(whole).toBe(true)
  })

  it('stops when cancelled, and keeps what has come', async () => {
    const server = await httpServer((request, response) =>
      sendFile(request, response, ARCHIVE, { etag: '"1"', stallAfter: 50_000 }),
    )
    const controller = new AbortController()
    const archive = await archiveFrom(server.url, undefined, controller.signal)
    const work = archive.bring((share) => share > 0 && controller.abort())
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(existsSync(`${archive.path}.json`)).toBe(true)
  })
})

describe('redirects', () => {
  it('are followed to another host without the token, parts and all', async () => {
    const store = await httpServer((request, response, count) =>
      sendFile(request, response, ARCHIVE, { etag: '"1"', ...(count === 1 ? { cutAfter: 70_000 } : {}) }),
    )
    const { requests, whole } = await download((_, response) =>
      response.writeHead(302, { location: `${store.url.href}signed?Signature=abc` }).end(),
    )
    expect(whole).toBe(true)
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${SECRET}`,
      `Bearer ${SECRET}`,
    ])
    expect(store.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
    expect(startsOf(store.requests)[1]).toBeGreaterThan(0)
  })

  it('never bring the token back, once it was left behind', async () => {
    const away = await httpServer((_, response) => response.writeHead(302, { location: back }).end())
    let back = ''
    const server = await httpServer((request, response, count) =>
      count === 1
        ? response.writeHead(307, { location: away.url.href }).end()
        : sendFile(request, response, ARCHIVE),
    )
    back = new URL('/again', server.url).href
    await (await archiveFrom(server.url)).bring(() => {})
    expect(server.requests[1]?.headers.authorization).toBeUndefined()
  })

  it.each([
    [
      'a circle',
      (_: IncomingMessage, response: ServerResponse) => response.writeHead(302, { location: PATH }).end(),
    ],
    ['nowhere', (_: IncomingMessage, response: ServerResponse) => response.writeHead(302).end()],
    [
      'no web address',
      (_: IncomingMessage, response: ServerResponse) =>
        response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    ],
  ])('that lead to %s are an error', async (_, handler) => {
    expect((await failing(handler)).error).toMatchObject({ code: 'KAGGLE_REDIRECT' })
  })
})

describe('what goes wrong is told with what to do', () => {
  it.each([
    [401, 'KAGGLE_UNAUTHORISED', /kaggle login/, 1],
    [403, 'KAGGLE_FORBIDDEN', /kaggle\.com\/datasets\/someone\/some-films and accept its terms/, 1],
    [404, 'KAGGLE_NOT_FOUND', /OWNER\/DATASET/, 1],
    [429, 'KAGGLE_TOO_MANY_REQUESTS', /Wait some minutes/, 4],
    [500, 'KAGGLE_UNAVAILABLE', /later/, 4],
    [418, 'KAGGLE_UNEXPECTED_ANSWER', /browser/, 1],
  ])('%i', async (code, name, hint, requests) => {
    const failure = await failing(status(code))
    expect(failure.error).toMatchObject({
      code: name,
      details: { status: code, dataset: 'someone/some-films' },
    })
    expect(failure.error.hint).toMatch(hint)
    expect(failure.requests).toHaveLength(requests)
  })

  it('without a token, that one is wanted', async () => {
    delete process.env.KAGGLE_API_TOKEN
    const { error, requests } = await failing(status(403))
    expect(requests[0]?.headers.authorization).toBeUndefined()
    expect(error.hint).toMatch(/^Run `kaggle login`.*accept the terms/)
    expect((await failing(status(401))).error.message).toMatch(/there is no token/)
  })

  it('a pause of an hour is not waited for', async () => {
    const { error, requests } = await failing(status(429, { 'retry-after': '3600' }))
    expect(error).toMatchObject({ code: 'KAGGLE_TOO_MANY_REQUESTS' })
    expect(requests).toHaveLength(1)
  })

  it('no network, no trust', async () => {
    const server = await httpServer(() => {})
    const secure = await archiveFrom(new URL(server.url.href.replace('http:', 'https:')))
    await expect(secure.bring(() => {})).rejects.toMatchObject({ code: 'KAGGLE_TLS' })
    await server.close()
    const archive = await archiveFrom(server.url)
    await expect(archive.bring(() => {})).rejects.toMatchObject({ code: 'KAGGLE_OFFLINE' })
    const nowhere = await archiveFrom(new URL('http://no-such-host.invalid'))
    await expect(nowhere.bring(() => {})).rejects.toMatchObject({ code: 'KAGGLE_OFFLINE' })
  })

  it.each([
    [
      'ends too early each time',
      (request: IncomingMessage, response: ServerResponse) =>
        sendFile(request, response, ARCHIVE, { cutAfter: 1000 }),
      'KAGGLE_OFFLINE',
    ],
    [
      'says a length that is not so',
      (request: IncomingMessage, response: ServerResponse) =>
        sendFile(request, response, ARCHIVE, { headers: { 'content-length': '400000' }, cutAfter: 400_000 }),
      'KAGGLE_OFFLINE',
    ],
    [
      'is a page',
      (_: IncomingMessage, response: ServerResponse) =>
        void response.end('<!DOCTYPE html><title>Log in</title>'),
      'KAGGLE_NOT_AN_ARCHIVE',
    ],
    [
      'is nothing',
      (_: IncomingMessage, response: ServerResponse) => void response.end(),
      'KAGGLE_NOT_AN_ARCHIVE',
    ],
  ])('an archive that %s', async (_, handler, code) => {
    expect((await failing(handler)).error).toMatchObject({ code })
  })
})

describe('names and credentials', () => {
  it.each([
    '',
    'films',
    'a/b/c',
    '../x',
    'a/..',
    'datasets/x',
    'https://evil.example/a/b',
    'a/b?x=1#',
    'é/b',
  ])('refuses %j, or takes no more than the name from it', async (name) => {
    const archives = kaggleArchives(layout, [name], { signal: AbortSignal.timeout(9), log: () => {} })
    if (name === 'a/b?x=1#') expect((await archives)[0]?.path).toMatch(/kaggle\/a\/b\.zip$/)
    else await expect(archives).rejects.toMatchObject({ code: 'KAGGLE_BAD_NAME' })
  })

  it('brings the datasets of the core sources by default, or those of the setting', async () => {
    const names = async () =>
      (
        await kaggleArchives(layout, ['default', 'default'], {
          signal: AbortSignal.timeout(9),
          log: () => {},
        })
      ).map(({ path }) => path.slice(layout.tmp.length))
    expect(await names()).toEqual([
      '/kaggle/andrezaza/clapper-massive-rotten-tomatoes-movies-and-reviews.zip',
      '/kaggle/carolzhangdc/imdb-5000-movie-dataset.zip',
    ])
    process.env.CINE_KAGGLE_DATASETS = 'a/b, c/d/versions/2,'
    expect(await names()).toEqual(['/kaggle/a/b.zip', '/kaggle/c/d-v2.zip'])
    delete process.env.CINE_KAGGLE_DATASETS
  })

  async function asked(): Promise<string | undefined> {
    const server = await httpServer((request, response) => sendFile(request, response, ARCHIVE))
    await (await archiveFrom(server.url)).bring(() => {})
    return server.requests[0]?.headers.authorization
  }
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

  it('finds them where Kaggle keeps them, the nearest first', async () => {
    await mkdir(layout.root, { recursive: true })
    const json = join(layout.root, 'kaggle.json')
    await writeFile(json, '{"username":"ann","key":"s3cret"}', { mode: 0o600 })
    process.env.KAGGLE_API_TOKEN = '{"username":"cyd","key":"k"}'
    expect(await asked()).toBe(basic('cyd:k'))
    delete process.env.KAGGLE_API_TOKEN
    process.env.KAGGLE_USERNAME = 'bob'
    process.env.KAGGLE_KEY = 'k2'
    expect(await asked()).toBe(basic('bob:k2'))
    delete process.env.KAGGLE_USERNAME
    delete process.env.KAGGLE_KEY
    expect(await asked()).toBe(basic('ann:s3cret'))
    expect(log).toEqual([])
    await writeFile(join(layout.root, 'access_token'), 'KGAT_x\n', { mode: 0o644 })
    expect(await asked()).toBe('Bearer KGAT_x')
    expect(log).toEqual([
      `warn: Others can read your Kaggle token: chmod 600 ${join(layout.root, 'access_token')}`,
    ])
  })

  it.each(['{"username":"ann"', '{"username":"ann","key":7}', 'two words'])(
    'says that %j holds none, without quoting it',
    async (text) => {
      delete process.env.KAGGLE_API_TOKEN
      await mkdir(layout.root, { recursive: true })
      await writeFile(join(layout.root, 'kaggle.json'), text, { mode: 0o600 })
      const error = await archiveFrom(new URL('http://x')).catch((thrown) => thrown)
      expect(error).toMatchObject({ code: 'KAGGLE_BAD_CREDENTIALS' })
      expect(JSON.stringify([error.message, error.hint, error.details, String(error.cause)])).not.toContain(
        'ann',
      )
    },
  )
})

describe('ingest', () => {
  it('lands what it downloads, and a failure does not stop the others', async () => {
    const server = await httpServer((request, response, count) => {
      if (request.url?.endsWith('none')) return status(404)(request, response, count)
      if (request.url?.endsWith('garbage'))
        return void response.end(Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(999)]))
      sendFile(request, response, ARCHIVE)
    })
    const files = await Promise.all(
      ['a/none', 'a/garbage', 'a/good'].map((name) => archiveFrom(server.url, name)),
    )
    const shares: number[] = []
    const ingestions = await landFiles(layout, files, {
      onProgress: ({ item, share }) => shares.push(item + share),
    })
    expect(ingestions).toMatchObject([
      { file: 'none.zip', status: 'failed', error_code: 'KAGGLE_NOT_FOUND' },
      { file: 'garbage.zip', status: 'failed', error_code: 'INGEST_BROKEN_ZIP' },
      { file: 'good.zip/reviews.csv', status: 'completed', source: 'rt_reviews', rows: 1 },
    ])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeGreaterThan(2.5)
    expect(await landedFiles(layout)).toHaveLength(1)
    expect(await readdir(join(layout.tmp, 'kaggle/a'))).toEqual([])
  })

  it('is one option of the command, and never says the token', async () => {
    const server = await httpServer((request, response, count) =>
      count % 2 === 1 ? sendFile(request, response, ARCHIVE) : status(401)(request, response, count),
    )
    const env = { CINE_KAGGLE_URL: server.url.href, KAGGLE_API_TOKEN: SECRET, ETL_LOG_LEVEL: 'DEBUG' }
    const args = ['--kaggle', 'a/one', '--kaggle', 'a/two', '--json', '--lake', layout.root]
    const done = await cine(['ingest', ...args], { env })
    expect(done.exitCode).toBe(1)
    expect(done.json().ingestions).toMatchObject([
      { file: 'one.zip/reviews.csv', status: 'completed' },
      { file: 'two.zip', status: 'failed', error_code: 'KAGGLE_UNAUTHORISED' },
    ])
    expect(done.stdout + done.stderr).not.toContain(SECRET)
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill(`Bearer ${SECRET}`),
    )
    const bad = await cine(['ingest', '--kaggle', 'nonsense', '--lake', layout.root, '--json'], { env })
    expect(bad.json().error).toMatchObject({ code: 'KAGGLE_BAD_NAME' })
    const wrong = await cine(['ingest', '--kaggle', '--lake', layout.root], {
      env: { CINE_KAGGLE_URL: 'nowhere' },
    })
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('CINE_KAGGLE_URL')
  })
})
