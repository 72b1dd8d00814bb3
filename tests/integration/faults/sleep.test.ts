import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { EngineSupervisor, spawnNodeEngine } from '../../../src/pipeline/host/index.ts'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { readCurrent } from '../../../src/pipeline/lake/manifest.ts'
import type { ServerMessage } from '../../../src/pipeline/protocol.ts'
import { cine, startCine } from '../../helpers/cine.ts'
import { contentOf, expectTidy, expectWhole } from '../../helpers/faults/whole-lake.ts'
import { tempLake } from '../../helpers/lake.ts'
import { land } from '../../helpers/run.ts'
import { sharedData } from '../../helpers/shared-data.ts'

/** A machine that sleeps stops every process where it is, and lets it go on later, at another time of day. */
const onUnix = test.runIf(process.platform !== 'win32')

onUnix('a run that is stopped again and again, and let go on, publishes what it would have', async () => {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  const clapper = ['Movies_2000.csv.gz', 'Reviews_2000.csv.gz'].map((name) => sharedData('clapper', name))
  await land(layout, clapper)
  const etl = ['etl', '--force', '--lake', layout.root, '--json']
  expect((await cine(etl)).exitCode).toBe(0)
  const expected = contentOf(await readCurrent(layout))

  const child = startCine(etl)
  let ended = false
  let slept = 0
  const naps = async () => {
    while (!ended && slept < 12) {
      await sleep(60)
      if (!child.kill('SIGSTOP')) break
      slept++
      // While it sleeps, it still is the one that writes; readers go on.
      if (slept === 2) expect(contentOf(await readCurrent(layout))).toBe(expected)
      await sleep(60)
      child.kill('SIGCONT')
    }
  }
  const run = child.finally(() => {
    ended = true
  })
  const [{ exitCode, stderr }] = await Promise.all([run, naps()])
  expect(slept).toBeGreaterThan(0)
  expect(exitCode, stderr).toBe(0)
  expect(contentOf(await expectWhole(layout, 'after sleeping'))).toBe(expected)
  await expectTidy(layout)
})

onUnix('an engine that sleeps answers when it wakes, and is not taken for dead', async () => {
  const lake = await tempLake()
  const supervisor = new EngineSupervisor({ spawn: () => spawnNodeEngine({ lake }) })
  onTestFinished(() => supervisor.stop())
  const heard: ServerMessage[] = []
  const client = supervisor.connect((message) => heard.push(message))
  const answer = async (id: string) => {
    const find = () => heard.find((message) => 'id' in message && message.id === id)
    await vi.waitFor(() => expect(find()).toBeDefined(), { timeout: 30_000 })
    return find() as { result: { engine: { pid: number } } }
  }
  const ask = (id: string) => client.receive({ type: 'request', id, method: 'lake.info', params: {} })
  ask('before')
  const { pid } = (await answer('before')).result.engine
  process.kill(pid, 'SIGSTOP')
  ask('asleep')
  await sleep(500)
  expect(heard.some((message) => 'id' in message && message.id === 'asleep')).toBe(false)
  process.kill(pid, 'SIGCONT')
  expect((await answer('asleep')).result.engine.pid).toBe(pid)
  // Nor a moment later.
  await sleep(500)
  ask('awake')
  expect((await answer('awake')).result.engine.pid).toBe(pid)
  const statuses = heard.flatMap((message) => (message.type === 'host' ? [message.status] : []))
  expect(statuses).toEqual(['starting', 'ready'])
})
