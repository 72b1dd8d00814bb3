import { expect, test } from 'vitest'
import type { StepState } from '../../../src/pipeline/api.ts'
import { CineError, cancelled } from '../../../src/pipeline/errors.ts'
import { type JobHandle, runJob } from '../../../src/pipeline/runs/job.ts'
import { offeringLocal } from '../../../src/pipeline/runs/offer-local.ts'
import { sparkSteps } from '../../../src/pipeline/runs/spark.ts'

/** The states of the steps at the end of a job. */
async function ended(work: (job: JobHandle) => void): Promise<Record<string, [StepState, number | null]>> {
  let last: Record<string, [StepState, number | null]> = {}
  await runJob(
    'spark_pipeline',
    ['spark_run', 'mirror', 'publish'],
    (event) => {
      if (event.type === 'job')
        last = Object.fromEntries(
          event.job.steps.map(({ key, state, progress }) => [key, [state, progress] as const]),
        ) as typeof last
    },
    async (job) => work(sparkSteps(job)),
  )
  return last
}

test('a run on Spark is told as steps of the one click: its check is a tenth of Spark’s', async () => {
  expect(
    await ended((job) => {
      job.step('verify', { state: 'running', progress: 0.5 })
      job.step('verify', { state: 'done', progress: 1 })
      job.step('transform', { state: 'running', progress: 0.5 })
    }),
  ).toMatchObject({ spark_run: ['running', 0.55], mirror: ['waiting', null] })
  expect(
    await ended((job) => {
      job.step('transform', { state: 'done', progress: 1 })
      job.step('publish', { state: 'running', progress: 0 })
    }),
  ).toEqual({ spark_run: ['done', 1], mirror: ['done', 1], publish: ['running', 0] })
})

test('over files that are published already nothing was to be done', async () => {
  const states = await ended((job) => {
    job.step('verify', { state: 'done', progress: 1 })
    for (const key of ['transform', 'publish'] as const) job.step(key, { state: 'unchanged', progress: 1 })
  })
  expect(Object.values(states).map(([state]) => state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
})

test('what stands in the cluster’s way offers the local engine; the data’s faults and a Cancel do not', async () => {
  const of = (error: unknown) => offeringLocal(() => Promise.reject(error)).catch((thrown: unknown) => thrown)
  expect(
    await of(new CineError('YARN_UNREACHABLE', 'No answer.', { hint: 'Start it.', details: { at: 1 } })),
  ).toMatchObject({
    code: 'YARN_UNREACHABLE',
    message: 'No answer.',
    hint: 'Start it.',
    details: { at: 1, offer: 'local' },
  })
  for (const error of [cancelled(), new CineError('BALANCE_BROKEN', 'No.'), new Error('a defect')])
    expect(await of(error)).toBe(error)
})
