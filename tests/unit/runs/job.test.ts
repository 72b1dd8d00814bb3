import { expect, test } from 'vitest'
import type { EngineEvent, Job } from '../../../src/pipeline/api.ts'
import { CineError, cancelled } from '../../../src/pipeline/errors.ts'
import { runJob } from '../../../src/pipeline/runs/job.ts'

function recorder() {
  const jobs: Job[] = []
  const emit = (event: EngineEvent) => {
    if (event.type === 'job') jobs.push(structuredClone(event.job))
  }
  return { jobs, emit }
}

test('a job tells its start, each change of state, and its end', async () => {
  const { jobs, emit } = recorder()
  const result = await runJob('pipeline', ['receive', 'transform'], emit, async ({ step }) => {
    step('receive', { state: 'running' })
    step('receive', { state: 'done', rows: 12 })
    step('transform', { state: 'running', progress: 0.5 })
    step('transform', { state: 'done' })
    return 42
  })
  expect(result).toBe(42)
  expect(jobs[0]).toMatchObject({ state: 'running', progress: 0 })
  expect(jobs.at(-1)).toMatchObject({ state: 'done', progress: 1, error: null })
  expect(jobs.at(-1)?.steps.map((step) => [step.key, step.state, step.rows])).toEqual([
    ['receive', 'done', 12],
    ['transform', 'done', null],
  ])
  const progress = jobs.map((job) => job.progress)
  expect(progress).toEqual([...progress].sort((a, b) => a - b))
})

test('the running step of a job that fails is shown as failed, with the error', async () => {
  const { jobs, emit } = recorder()
  const failing = runJob('etl', ['verify', 'transform'], emit, async ({ step }) => {
    step('verify', { state: 'running' })
    throw new CineError('DISK_FULL', 'The disk is full.')
  })
  await expect(failing).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(jobs.at(-1)).toMatchObject({ state: 'failed', error: { code: 'DISK_FULL' } })
  expect(jobs.at(-1)?.steps.map((step) => step.state)).toEqual(['failed', 'waiting'])
})

test('a cancelled job is not a failed one', async () => {
  const { jobs, emit } = recorder()
  const stopping = runJob('etl', ['verify'], emit, async ({ step }) => {
    step('verify', { state: 'running' })
    throw cancelled()
  })
  await expect(stopping).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(jobs.at(-1)).toMatchObject({ state: 'cancelled' })
  expect(jobs.at(-1)?.steps[0]?.state).toBe('cancelled')
})

test('each line of the log belongs to the step that runs, which tells its states and what it is at', async () => {
  const lines: string[] = []
  const emit = (event: EngineEvent) => {
    if (event.type === 'log') lines.push(`${event.step} ${event.kind} ${event.level} ${event.message}`)
  }
  const failing = runJob('etl', ['verify', 'transform'], emit, async ({ step, log }) => {
    log('info', 'before')
    step('verify', { state: 'running', message: 'films.csv' })
    step('verify', { progress: 0.5, message: 'films.csv' })
    log('debug', 'of Spark')
    step('verify', { state: 'done', message: null })
    step('transform', { state: 'running' })
    throw new CineError('DISK_FULL', 'The disk is full.')
  })
  await expect(failing).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(lines).toEqual([
    'null line info before',
    'verify state info running',
    'verify progress info films.csv',
    'verify line debug of Spark',
    'verify state info done',
    'transform state info running',
    'transform progress error The disk is full.',
    'transform state info failed',
  ])
})

test('a thousand small steps of progress make few events, and the last one is not lost', async () => {
  const { jobs, emit } = recorder()
  await runJob('ingest', ['receive'], emit, async ({ step }) => {
    step('receive', { state: 'running' })
    for (let i = 1; i <= 1000; i++) step('receive', { progress: i / 1000, rows: i })
    await new Promise((resolve) => setTimeout(resolve, 150))
  })
  expect(jobs.length).toBeLessThan(8)
  expect(jobs.at(-1)?.steps[0]?.rows).toBe(1000)
})
