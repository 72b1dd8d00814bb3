import { describe, expect, test } from 'vitest'
import type { FailedRun, Job, PipelineResult, RunSummary } from '../../../../src/pipeline/api.ts'
import { keyText, valueText } from '../../../../src/renderer/components/value-text.ts'
import { changeText } from '../../../../src/renderer/pages/home/change-text.ts'
import { howEnded } from '../../../../src/renderer/pages/home/how-ended.ts'
import { inTime, runLines, toggled } from '../../../../src/renderer/pages/home/runs/lines.ts'
import { plain, roomWords } from '../words.ts'

const published = (run_id: string, patch: Partial<RunSummary> = {}): RunSummary => ({
  run_id,
  engine: 'local',
  published_at: '2026-11-24T10:00:00Z',
  republished_at: null,
  current: false,
  pruned_at: null,
  seconds: 2,
  n_rows: null,
  tables: { films: { rows: 10 }, reviews: { rows: 20 }, people: { rows: 5 }, rejects: { rows: 0 } },
  bytes: 1000,
  warnings: 0,
  balance: [],
  inputs: [],
  ...patch,
})
const failed = (run_id: string, patch: Partial<FailedRun> = {}): FailedRun => ({
  run_id,
  verb: 'etl',
  state: 'interrupted',
  started_at: '2026-11-24T11:00:00Z',
  seconds: null,
  error: null,
  steps: [],
  resumes_at: null,
  ...patch,
})
const error = (code: string) => ({ code, message: code, hint: null, details: {} })

describe('the runs', () => {
  test('stand the latest first, published or not', () => {
    const runs = [published('20261124T100000Z-a', { current: true }), published('20261101T100000Z-b')]
    const lines = runLines({ runs, unpublished: [failed('20261110T100000Z-c')], problem: null })
    expect(lines.map(({ run_id, state }) => [run_id.slice(-1), state])).toEqual([
      ['a', 'current'],
      ['c', 'interrupted'],
      ['b', 'published'],
    ])
  })

  test('a run whose tables are gone can neither be compared nor published again', () => {
    const runs = [published('20261124T100000Z-a', { pruned_at: '2026-11-25T00:00:00Z' })]
    const [line] = runLines({ runs, unpublished: [], problem: null })
    expect(line).toMatchObject({ state: 'pruned', kept: false })
  })

  test('only the latest is gone on with, from its tables when they are ready', () => {
    const runs = [published('20261101T100000Z-b', { current: true })]
    const resumes = (...unpublished: FailedRun[]) =>
      runLines({ runs, unpublished, problem: null }).map((line) => line.resumes)
    expect(resumes(failed('20261110T100000Z-c', { resumes_at: 'publish' }))).toEqual(['tables', null])
    expect(resumes(failed('20261110T100000Z-c', { state: 'failed', error: error('OUT_OF_MEMORY') }))).toEqual(
      ['files', null],
    )
    expect(resumes(failed('20261110T100000Z-c', { state: 'cancelled' }))).toEqual([null, null])
    expect(resumes(failed('20261110T100000Z-c', { state: 'failed', error: error('CHECKS_FAILED') }))).toEqual(
      [null, null],
    )
    expect(resumes(failed('20261001T100000Z-c', { resumes_at: 'publish' }))).toEqual([null, null])
  })

  test('two at most are chosen, and compared in the order of time', () => {
    expect(toggled(['b'], 'b')).toEqual([])
    expect(toggled(['b', 'c'], 'a')).toEqual(['c', 'a'])
    expect(inTime(['c', 'a'])).toEqual(['a', 'c'])
    expect(inTime(['c'])).toBeNull()
  })
})

test('what changed is said in words, and nothing of what did not', () => {
  const { t, format } = roomWords('fr', 'home')
  const said = (added: number, removed: number, changed: number) =>
    plain(changeText(t, format, { table: 'films', added, removed, changed }))
  expect(said(1200, 3, 1)).toBe('Films : +1 200, −3, 1 modification')
  expect(said(0, 0, 2)).toBe('Films : 2 modifications')
  expect(said(0, 0, 0)).toBe('')
})

describe('how a job ended', () => {
  const step = (key: 'receive' | 'publish', state: Job['steps'][number]['state']) => ({
    key,
    state,
    progress: 1,
    rows: null,
    seconds: 1,
    message: null,
  })
  const job = (verb: Job['verb'], steps: Job['steps'], state: Job['state'] = 'done'): Job => ({
    job_id: 'j',
    verb,
    state,
    started_at: '2026-11-24T10:00:00Z',
    seconds: 1,
    progress: 1,
    steps,
    error: null,
  })

  test('by its own answer, else by its last step', () => {
    const outcome = { ingestions: [], run: { status: 'unchanged' } } as unknown as PipelineResult
    expect(howEnded(null, outcome)).toBe('unchanged')
    expect(howEnded(job('pipeline', [step('publish', 'done')]), null)).toBe('published')
    expect(howEnded(job('etl', [step('publish', 'unchanged')]), null)).toBe('unchanged')
  })

  test('landing files publishes nothing, nor does what failed', () => {
    expect(howEnded(job('ingest', [step('receive', 'done')]), null)).toBeNull()
    expect(howEnded(job('etl', [step('publish', 'failed')], 'failed'), null)).toBeNull()
    expect(howEnded(null, null)).toBeNull()
  })
})

test('values are written as they stand, unknown as a dash', () => {
  expect(valueText(null)).toBe('—')
  expect(valueText(['Drama', null])).toBe('Drama, —')
  expect(valueText(0)).toBe('0')
  expect(keyText({ film_id: 'tt1', role: 'actor' })).toBe('tt1 · actor')
})
