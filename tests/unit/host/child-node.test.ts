import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LakeInfo } from '../../../src/pipeline/api.ts'
import { EngineSupervisor, spawnNodeEngine } from '../../../src/pipeline/host/index.ts'
import type { ServerMessage } from '../../../src/pipeline/protocol.ts'
import { tempLake } from '../../helpers/lake.ts'

/** A real engine process behind a supervisor, and one client of it. */
async function realEngine() {
  const lake = await tempLake()
  const supervisor = new EngineSupervisor({ spawn: () => spawnNodeEngine({ lake }) })
  onTestFinished(() => supervisor.stop())
  const heard: ServerMessage[] = []
  const client = supervisor.connect((message) => heard.push(message))
  const answerTo = async (id: string) => {
    const find = () => heard.find((message) => 'id' in message && message.id === id)
    await vi.waitFor(() => expect(find()).toBeDefined(), { timeout: 15_000 })
    return find()
  }
  const info = async (id: string): Promise<LakeInfo> => {
    client.receive({ type: 'request', id, method: 'lake.info', params: {} })
    const answer = await answerTo(id)
    expect(answer).toMatchObject({ type: 'result' })
    return (answer as Extract<ServerMessage, { type: 'result' }>).result as LakeInfo
  }
  return { lake, supervisor, client, heard, answerTo, info }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('the engine answers from a process of its own', async () => {
  const { lake, info } = await realEngine()
  const { path, engine } = await info('1')
  expect(path).toBe(lake)
  expect(engine.pid).not.toBe(process.pid)
})

test('killed in the middle of a request: told, answered, started again', async () => {
  const { client, heard, answerTo, info } = await realEngine()
  const { engine } = await info('before')
  const sql = 'SELECT count(*) FROM range(3000000) a, range(3000000) b WHERE a.range * b.range % 7 = 3'
  client.receive({ type: 'request', id: 'long', method: 'sql.query', params: { sql } })
  await sleep(300)
  process.kill(engine.pid, 'SIGKILL')
  expect(await answerTo('long')).toMatchObject({ type: 'error', error: { code: 'ENGINE_DIED' } })
  const after = await info('after')
  expect(after.engine.pid).not.toBe(engine.pid)
  const statuses = heard.flatMap((message) => (message.type === 'host' ? [message.status] : []))
  expect(statuses).toEqual(['starting', 'ready', 'died', 'starting', 'ready'])
})

test('stopped, it leaves no process behind', async () => {
  const { supervisor, info } = await realEngine()
  const { engine } = await info('1')
  await supervisor.stop()
  expect(isAlive(engine.pid)).toBe(false)
})

test('when its parent is killed, it ends by itself', async () => {
  const lake = await tempLake()
  const host = new URL('../../../src/pipeline/host/index.ts', import.meta.url).href
  const program = `
    const { spawnNodeEngine } = await import(${JSON.stringify(host)})
    const child = spawnNodeEngine({ lake: ${JSON.stringify(lake)} })
    child.onMessage((message) => {
      if (message.type === 'result') console.log(message.result.engine.pid)
    })
    child.post({ type: 'request', id: '1', method: 'lake.info', params: {} })
  `
  const parent = execa(process.execPath, ['--input-type=module', '-e', program], { reject: false })
  onTestFinished(() => {
    parent.kill('SIGKILL')
  })
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(line)
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 })
})
