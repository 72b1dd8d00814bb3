import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { SparkProgress } from '../../../src/pipeline/engines/spark/progress.ts'
import { followStages, type Tasks } from '../../../src/pipeline/engines/spark/stages.ts'

/** A Spark whose REST interface gives these answers, one after the other, then the last again. */
async function spark(answers: readonly unknown[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    asked.push(request.url ?? '')
    response.statusCode = answer === null ? 503 : 200
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const stage = (numCompleteTasks: number, numTasks: number) => ({
  status: 'ACTIVE',
  numCompleteTasks,
  numTasks,
})

test('the tasks of the stages that run are told; what gives no answer, or another one, is asked again', async () => {
  const { url, asked } = await spark([null, 'odd', [], [stage(1, 4), stage(0, 2)], [stage(3, 4)]])
  const over = new AbortController()
  const told: Tasks[] = []
  await followStages(
    url,
    'application_1_0001',
    (tasks) => {
      told.push(tasks)
      if (tasks.done === 3) over.abort()
    },
    over.signal,
    1,
  )
  expect(told).toEqual([
    { done: 1, total: 6 },
    { done: 3, total: 4 },
  ])
  expect(asked[0]).toBe('/api/v1/applications/application_1_0001/stages?status=active')
})

test('the bar moves on within a statement, and never back when its next stage begins', async () => {
  const { url } = await spark([[stage(2, 4)], [stage(0, 8)], [stage(8, 8)]])
  const seen: [number | null | undefined, string | null | undefined][] = []
  const whole = Promise.withResolvers<void>()
  const progress = new SparkProgress({
    onStep: (_, { progress: share, message }) => {
      seen.push([share, message])
      if (message === 'films (8/8)') whole.resolve()
    },
  })
  progress.onYarnState('ACCEPTED')
  progress.onMessage({ event: 'statement', name: 'films', done: 2, total: 4 })
  progress.onYarnState('RUNNING')
  progress.onMessage({ event: 'started', application_id: 'application_1_0001', web_url: url })
  await whole.promise
  progress.end()
  expect(seen).toEqual([
    [undefined, 'YARN: ACCEPTED'],
    [2 / 4, 'films'],
    [(2 + 0.45) / 4, 'films (2/4)'],
    [(2 + 0.45) / 4, 'films (0/8)'],
    [(2 + 0.9) / 4, 'films (8/8)'],
  ])
})
