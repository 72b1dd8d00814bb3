import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { EngineSupervisor } from '../../../src/pipeline/host/index.ts'
import { WebAccess } from '../../../src/pipeline/host/web/access.ts'
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
  const own = `127.0.0.1:${server.port}`
  const link = new URL(server.url)
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    send(server.port, path, { host: own, ...headers }, method)
  const login = async () => {
    const answer = await get(link.pathname + link.search)
    return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  }
  return { server, child, staticDir, own, origin: `http://${own}`, link, get, login }
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A bare request: `fetch` would not let a test say a wrong Host or an address with `..`. */
function send(port: number, path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, headers, method, setHost: false },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** What a WebSocket gets: `open`, or the status that it was refused with. */
function socketOutcome(port: number, headers: Record<string, string>, path = '/engine'): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
    socket.on('error', () => {})
  })
}

test('the link opens the studio once: a cookie that scripts cannot read, and no token left in the address', async () => {
  const { link, get } = await setUp()
  const first = await get(link.pathname + link.search)
  expect(first.status).toBe(303)
  expect(first.headers.location).toBe('/')
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^cine_session_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  )
  const again = await get(link.pathname + link.search)
  expect(again.status).toBe(401)
  expect(again.headers['set-cookie']).toBeUndefined()
  expect(again.body).toContain('cine dashboard --web')
})

test('with the cookie the page is served, under strict headers', async () => {
  const { get, login } = await setUp()
  const page = await get('/', { cookie: await login() })
  expect(page.status).toBe(200)
  expect(page.body).toContain('the page')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  })
})

test('without the cookie, or with another, nothing is served and the page says what to do', async () => {
  const { get, server } = await setUp()
  for (const cookie of ['', `cine_session_${server.port}=guess`, 'other=1']) {
    const answer = await get('/', { cookie })
    expect(answer.status).toBe(401)
    expect(answer.body).not.toContain('the page')
  }
  expect((await get('/?token=guess')).status).toBe(401)
})

test('a name that was made to point here, another site’s page, and other methods are refused', async () => {
  const { get, login, origin } = await setUp()
  const cookie = await login()
  expect((await get('/', { cookie, host: 'evil.example' })).status).toBe(403)
  expect((await get('/', { cookie, host: '127.0.0.1:1' })).status).toBe(403)
  expect((await get('/', { cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await get('/', { cookie, origin: 'null' })).status).toBe(403)
  expect((await get('/', { cookie, origin })).status).toBe(200)
  expect((await get('/', { cookie, origin }, 'POST')).status).toBe(405)
})

test('after ten wrong tokens none is looked at for a while, not even the right one', async () => {
  const { get, link } = await setUp()
  for (let attempt = 0; attempt < 10; attempt++)
    expect((await get(`/?token=guess${attempt}`)).status).toBe(401)
  const refused = await get('/?token=guess')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect((await get(link.pathname + link.search)).status).toBe(429)
})

test('a minute later the right token opens the studio again', () => {
  let now = 0
  const access = new WebAccess(1, () => now)
  for (let attempt = 0; attempt < 10; attempt++) expect(access.redeem('guess')).toEqual({ ok: false })
  expect(access.redeem(access.token)).toEqual({ ok: false, retryAfterSeconds: 60 })
  now = 60_000
  expect(access.redeem(access.token)).toEqual({ ok: true })
  expect(access.redeem(access.token)).toEqual({ ok: false })
})

test('a page of another site can neither use up the link nor make wrong tries', async () => {
  const { get, link, login } = await setUp()
  for (const site of ['cross-site', 'same-site'])
    expect((await get(link.pathname + link.search, { 'sec-fetch-site': site })).status).toBe(403)
  for (let attempt = 0; attempt < 12; attempt++)
    await get('/?token=guess', { 'sec-fetch-site': 'cross-site' })
  const cookie = await login()
  expect(cookie).not.toBe('')
  expect((await get('/', { cookie, 'sec-fetch-site': 'none' })).status).toBe(200)
  expect((await get('/', { cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('it listens on this machine’s own address only', async () => {
  const { server } = await setUp()
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address
  // Where there is no network, another address of the loopback's own network stands for it.
  const reached = await new Promise((resolve) => {
    const socket = connect({ host: outside ?? '127.0.0.2', port: server.port })
    socket.once('connect', () => resolve(socket.destroy() && 'reached'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  expect(reached).toBe('ECONNREFUSED')
})

test('a folder is never listed', async () => {
  const { get, login, staticDir } = await setUp()
  await mkdir(join(staticDir, 'assets.js'))
  await writeFile(join(staticDir, 'assets.js', 'inside.js'), 'code')
  const cookie = await login()
  for (const path of ['/assets.js', '/assets.js/', '/assets.js/.']) {
    const answer = await get(path, { cookie })
    expect(answer.body).not.toContain('inside')
    expect(answer.status === 404 || answer.body.includes('the page')).toBe(true)
  }
})

test('nothing outside the built page is served', async () => {
  const { get, login, staticDir } = await setUp()
  const secret = `${staticDir}-secret.json`
  await writeFile(secret, 'secret')
  onTestFinished(() => rm(secret, { force: true }))
  const cookie = await login()
  const name = secret.split('/').at(-1)
  for (const path of [`/../${name}`, `/%2e%2e/${name}`, '/..%2f..%2fetc/passwd', '/missing.js'])
    expect((await get(path, { cookie })).status).toBe(404)
})

test('a WebSocket needs the cookie, our Host, our Origin and the right path', async () => {
  const { server, login, origin } = await setUp()
  const cookie = await login()
  const outcome = (headers: Record<string, string>, path?: string) =>
    socketOutcome(server.port, headers, path)
  expect(await outcome({ cookie, origin })).toBe('open')
  expect(await outcome({ origin })).toBe('401')
  expect(await outcome({ cookie })).toBe('403')
  expect(await outcome({ cookie, origin: 'http://evil.example' })).toBe('403')
  expect(await outcome({ cookie, origin, host: 'evil.example' })).toBe('403')
  for (const path of ['/other', '//', '//[', '/engine/../x'])
    expect(await outcome({ cookie, origin }, path), path).toBe('404')
  expect(await outcome({ cookie, origin })).toBe('open')
})

test('the page asks the engine through its WebSocket; a message too long ends it', async () => {
  const { server, child, login, origin } = await setUp()
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/engine`, {
    headers: { cookie: await login(), origin },
  })
  const heard: unknown[] = []
  const next = () =>
    new Promise((resolve) =>
      socket.once('message', (data) => resolve(heard.push(JSON.parse(data.toString())))),
    )
  await next()
  expect(heard.at(-1)).toEqual({ type: 'host', status: 'ready', error: null })
  socket.send(JSON.stringify({ type: 'request', id: '1', method: 'lake.info', params: {} }))
  await expect.poll(() => child.posted.length).toBe(1)
  const answered = next()
  child.says({ type: 'result', id: child.posted[0]?.id ?? '', result: 42 })
  await answered
  expect(heard.at(-1)).toEqual({ type: 'result', id: '1', result: 42 })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.send('x'.repeat(3_000_000))
  expect(await closed).toBe(1009)
})

test('of very many tabs only fifty are let in, and one that leaves makes room', async () => {
  const { server, login, origin } = await setUp()
  const headers = { cookie: await login(), origin }
  const tabs = Array.from(
    { length: 50 },
    () => new WebSocket(`ws://127.0.0.1:${server.port}/engine`, { headers }),
  )
  await Promise.all(tabs.map((tab) => new Promise((resolve) => tab.once('open', resolve))))
  expect(await socketOutcome(server.port, headers)).toBe('503')
  tabs[0]?.terminate()
  await expect.poll(() => socketOutcome(server.port, headers)).toBe('open')
})

test('a port that is taken is said with what to do', async () => {
  const { server, staticDir } = await setUp()
  const second = serveWeb({ lake: '/nowhere', staticDir, port: server.port })
  await expect(second).rejects.toMatchObject({ code: 'PORT_IN_USE', hint: expect.stringContaining('--port') })
})

test('without a built page it says how to build it', async () => {
  const missing = serveWeb({ lake: '/nowhere', staticDir: '/nowhere' })
  await expect(missing).rejects.toMatchObject({ code: 'RENDERER_NOT_BUILT' })
})
