import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { EngineSupervisor } from '../../../src/pipeline/host/index.ts'
import type { ServerMessage } from '../../../src/pipeline/protocol.ts'
import { FakeChild } from '../../helpers/fake-child.ts'

const KILLED = { code: null, signal: 'SIGKILL' }
const request = (id: string) => ({ type: 'request', id, method: 'lake.info', params: {} }) as const

function setUp() {
  const children: FakeChild[] = []
  const supervisor = new EngineSupervisor({
    spawn: () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
  })
  const connect = () => {
    const heard: ServerMessage[] = []
    return { heard, ...supervisor.connect((message) => heard.push(message)) }
  }
  const child = () => children.at(-1) as FakeChild
  return { supervisor, children, child, connect }
}

const statuses = (heard: ServerMessage[]) =>
  heard.flatMap((message) => (message.type === 'host' ? [message.status] : []))
const answers = (heard: ServerMessage[]) =>
  heard.filter((message) => message.type === 'error' || message.type === 'result')
const codes = (heard: ServerMessage[]) =>
  heard.flatMap((message) => (message.type === 'error' ? [message.error.code] : []))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('several clients, one engine', () => {
  test('the same id from two clients is two requests, each answered to who asked', () => {
    const { child, connect } = setUp()
    child().isReady()
    const [first, second] = [connect(), connect()]
    first.receive(request('1'))
    second.receive(request('1'))
    const [a, b] = child().posted
    expect(a?.id).not.toBe(b?.id)
    child().says({ type: 'result', id: b?.id ?? '', result: 'for second' })
    child().says({ type: 'result', id: a?.id ?? '', result: 'for first' })
    expect(answers(first.heard)).toEqual([{ type: 'result', id: '1', result: 'for first' }])
    expect(answers(second.heard)).toEqual([{ type: 'result', id: '1', result: 'for second' }])
  })

  test('events reach everyone, and a client that left nothing', () => {
    const { child, connect } = setUp()
    child().isReady()
    const [first, second] = [connect(), connect()]
    second.close()
    const before = second.heard.length
    child().says({ type: 'event', event: { type: 'published', run_id: 'r' } })
    expect(first.heard.at(-1)).toEqual({ type: 'event', event: { type: 'published', run_id: 'r' } })
    expect(second.heard).toHaveLength(before)
  })

  test('a request made before the engine is ready waits for it', () => {
    const { child, connect } = setUp()
    const client = connect()
    client.receive(request('1'))
    expect(child().posted).toEqual([])
    child().isReady()
    expect(child().posted).toHaveLength(1)
  })

  test('a client cancels only its own request; leaving cancels what it had asked', () => {
    const { child, connect } = setUp()
    child().isReady()
    const [first, second] = [connect(), connect()]
    first.receive(request('1'))
    second.receive({ type: 'cancel', id: '1' })
    expect(child().posted).toHaveLength(1)
    first.close()
    expect(child().posted.at(-1)).toEqual({ type: 'cancel', id: child().posted[0]?.id })
  })

  test('a message that does not fit the protocol is ignored', () => {
    const { child, connect } = setUp()
    child().isReady()
    const client = connect()
    for (const bad of [null, 'x', { type: 'request' }, { ...request('1'), more: 1 }, { type: 'host' }])
      client.receive(bad)
    expect(child().posted).toEqual([])
  })
})

describe('an engine that dies', () => {
  test('open requests are answered, everyone is told, and it comes back', async () => {
    const { children, child, connect } = setUp()
    child().isReady()
    const [asked, idle] = [connect(), connect()]
    asked.receive(request('1'))
    child().dies(KILLED)
    expect(codes(asked.heard)).toEqual(['ENGINE_DIED'])
    expect(statuses(idle.heard)).toEqual(['ready', 'died'])
    const died = idle.heard.at(-1)
    expect(died).toMatchObject({
      status: 'died',
      error: { code: 'ENGINE_DIED', details: { signal: 'SIGKILL' } },
    })
    asked.receive(request('2'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(children).toHaveLength(2)
    child().isReady()
    expect(statuses(idle.heard)).toEqual(['ready', 'died', 'starting', 'ready'])
    expect(child().posted).toMatchObject([{ method: 'lake.info' }])
  })

  test('a late word of the dead process is not taken for one of the new', async () => {
    const { children, connect } = setUp()
    children[0]?.isReady()
    const client = connect()
    children[0]?.dies(KILLED)
    await vi.advanceTimersByTimeAsync(1000)
    const before = client.heard.length
    children[0]?.isReady()
    expect(client.heard).toHaveLength(before)
  })

  test('five deaths within a minute: it gives up, then tries again when asked in quieter times', async () => {
    const { children, child, connect } = setUp()
    const client = connect()
    for (let death = 1; death <= 5; death++) {
      child().isReady()
      child().dies(KILLED)
      await vi.advanceTimersByTimeAsync(5000)
    }
    expect(children).toHaveLength(5)
    expect(client.heard.at(-1)).toMatchObject({ status: 'stopped', error: { code: 'ENGINE_KEEPS_DYING' } })
    client.receive(request('now'))
    expect(codes(client.heard)).toEqual(['ENGINE_KEEPS_DYING'])
    await vi.advanceTimersByTimeAsync(60_000)
    client.receive(request('later'))
    expect(children).toHaveLength(6)
    child().isReady()
    expect(child().posted).toHaveLength(1)
  })

  test('one that cannot start says why and is not started again by itself', async () => {
    const { children, child, connect } = setUp()
    const client = connect()
    client.receive(request('1'))
    const error = { code: 'ENGINE_NO_NODE', message: 'No Node.', hint: null, details: {} }
    child().says({ type: 'host', status: 'stopped', error })
    child().dies({ code: 1, signal: null })
    await vi.advanceTimersByTimeAsync(5000)
    expect(codes(client.heard)).toEqual(['ENGINE_NO_NODE'])
    expect(children).toHaveLength(1)
  })
})

test('stopping answers what is open, ends the process and tells no death', async () => {
  const { supervisor, child, children, connect } = setUp()
  child().isReady()
  const client = connect()
  client.receive(request('1'))
  await supervisor.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(child().killed).toBe(true)
  expect(children).toHaveLength(1)
  expect(codes(client.heard)).toEqual(['ENGINE_STOPPED'])
  expect(statuses(client.heard)).toEqual(['ready', 'stopped'])
})
