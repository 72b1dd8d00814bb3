import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EngineSupervisor } from '../../../src/pipeline/host/index.ts'
import { serveWeb } from '../../../src/pipeline/host/web/index.ts'
import { FakeChild } from '../../helpers/fake-child.ts'

async function setUp() {
  const staticDir = await mkdtemp(join(tmpdir(), 'cine-static-'))
  await writeFile(join(staticDir, 'index.html'), '<title>the page</title>')
  const child = new FakeChild()
  const supervisor = new EngineSupervisor({ spawn: () => child })
  child.isReady()
  const server = await serveWeb({ lake: '/nowhere', staticDir, supervisor })
  onTestFinished(async () => {
    await server.close()
    await rm(staticDir, { recursive: true, force: true })
  })
  const base = `http://127.0.0.1:${server.port}`
  const opened = await fetch(server.url, { redirect: 'manual' })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ask = (body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${base}/exports`, {
      method: 'POST',
      headers: { cookie, origin: base, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
  const asked = async (n = 1) => {
    await expect.poll(() => child.posted.length).toBe(n)
    const request = child.posted.at(-1)
    if (request?.type !== 'request') throw new Error('The engine was asked nothing.')
    return request as { id: string; method: string; params: { path: string } }
  }
  return { server, child, base, cookie, ask, asked }
}

const WANTED = {
  method: 'films.export',
  format: 'csv',
  name: 'films',
  params: { sort: 'year', columns: ['title'] },
}

test('the engine writes the file, and the browser gets it under its name', async () => {
  const { ask, asked, child, base, cookie, server } = await setUp()
  const answer = ask({ ...WANTED, name: 'films été' })
  const { id, method, params } = await asked()
  expect(method).toBe('films.export')
  expect(params).toMatchObject({ sort: 'year', columns: ['title'], path: expect.stringMatching(/\.csv$/) })
  await writeFile(params.path, 'title\nHeat\n')
  child.says({ type: 'result', id, result: { path: params.path, format: 'csv', rows: 1, bytes: 11 } })
  const told = (await (await answer).json()) as { url: string }
  expect(told).toEqual({
    url: expect.stringMatching(/^\/exports\/[\w-]{22}$/),
    name: 'films été.csv',
    rows: 1,
    bytes: 11,
  })
  // Where it lies on the server is nothing that the page needs to know.
  expect(JSON.stringify(told)).not.toContain(params.path)

  const file = await fetch(base + told.url, { headers: { cookie } })
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toContain(`filename*=UTF-8''films%20%C3%A9t%C3%A9.csv`)
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await file.text()).toBe('title\nHeat\n')

  expect((await fetch(base + told.url)).status).toBe(401)
  expect((await fetch(`${base}/exports/guess`, { headers: { cookie } })).status).toBe(404)
  await server.close()
  expect(existsSync(dirname(params.path))).toBe(false)
})

test('an error of the engine reaches the page with its code and next step', async () => {
  const { ask, asked, child } = await setUp()
  const answer = ask(WANTED)
  const { id } = await asked()
  const error = { code: 'DISK_FULL', message: 'The disk is full.', hint: 'Free some space.', details: {} }
  child.says({ type: 'error', id, error })
  expect((await answer).status).toBe(422)
  expect(await (await answer).json()).toEqual({ error })
})

test('a page that goes away has its export cancelled', async () => {
  const { ask, asked, child } = await setUp()
  const leaving = new AbortController()
  const answer = ask(WANTED, {}, leaving.signal)
  const { id } = await asked()
  leaving.abort()
  await expect(answer).rejects.toThrow()
  await expect.poll(() => child.posted.at(-1)).toEqual({ type: 'cancel', id })
})

test('an engine that dies in the middle is an answer too', async () => {
  const { ask, asked, child } = await setUp()
  const answer = ask(WANTED)
  await asked()
  child.dies({ code: null, signal: 'SIGKILL' })
  expect(await (await answer).json()).toMatchObject({ error: { code: 'ENGINE_DIED' } })
})

test('only our page, with its cookie, is heard', async () => {
  const { ask, child } = await setUp()
  expect((await ask(WANTED, { cookie: '' })).status).toBe(401)
  expect((await ask(WANTED, { origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask(WANTED, { origin: 'null' })).status).toBe(403)
  expect(child.posted).toEqual([])
})

test.each([
  ['another request', { ...WANTED, method: 'ingest.run' }],
  ['a path of its own', { ...WANTED, params: { path: '/etc/x.csv' } }],
  ['an unknown format', { ...WANTED, format: 'exe' }],
  ['no JSON', 'not json'],
  ['nothing', ''],
  ['too much', { ...WANTED, params: { search: 'x'.repeat(400_000) } }],
])('%s is refused', async (_, body) => {
  const { ask, child } = await setUp()
  const answer = await ask(body)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error: { code: 'BAD_REQUEST' } })
  expect(child.posted).toEqual([])
})

test('a name means nothing to the system of files', async () => {
  const { ask, asked, child } = await setUp()
  const answer = ask({ ...WANTED, name: '../../etc/"pass\r\nwd' })
  const { id, params } = await asked()
  expect(params.path).not.toContain('etc')
  await writeFile(params.path, '')
  child.says({ type: 'result', id, result: { rows: 0, bytes: 0 } })
  expect(await (await answer).json()).toMatchObject({ name: 'etcpasswd.csv' })
})
