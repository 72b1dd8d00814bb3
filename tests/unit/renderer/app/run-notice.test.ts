import { expect, test } from 'vitest'
import type { Job } from '../../../../src/pipeline/api.ts'
import { LONG_SECONDS, runNotice } from '../../../../src/renderer/app/run-notice.ts'

const job = (state: Job['state'], seconds: number, job_id = 'a'): Job => ({
  job_id,
  verb: 'pipeline',
  state,
  started_at: '2026-01-01T00:00:00Z',
  seconds,
  progress: 1,
  steps: [],
  error: null,
})
const running = job('running', 3)

test('the end of a long run is told once; a short or cancelled one is not', () => {
  expect(runNotice(running, job('done', LONG_SECONDS))).toBe('done')
  expect(runNotice(running, job('failed', 60))).toBe('failed')
  expect(runNotice(running, job('cancelled', 60))).toBeNull()
  expect(runNotice(running, job('done', LONG_SECONDS - 0.1))).toBeNull()
  expect(runNotice(running, job('running', 60))).toBeNull()
  expect(runNotice(job('done', 60), job('done', 60))).toBeNull()
  expect(runNotice(running, job('done', 60, 'b'))).toBeNull()
  expect(runNotice(null, job('done', 60))).toBeNull()
})
