import { PassThrough } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import type { Job, Step } from '../../../src/pipeline/api.ts'
import { openLog } from '../../../src/pipeline/cli/terminal/log.ts'
import { showProgress } from '../../../src/pipeline/cli/terminal/progress.ts'
import { safeText } from '../../../src/pipeline/cli/terminal/safe-text.ts'
import { renderTable } from '../../../src/pipeline/cli/terminal/table.ts'

const logLine = { type: 'log', job_id: 'j', step: 'receive', kind: 'line', level: 'info', at: '' } as const

function recorder(isTTY: boolean): { stream: NodeJS.WriteStream; said: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY })
  let said = ''
  stream.on('data', (chunk) => {
    said += chunk
  })
  return { stream: stream as unknown as NodeJS.WriteStream, said: () => said }
}

describe('a table', () => {
  const columns = [
    { title: 'title', value: (row: [string, number]) => row[0], width: 8 },
    { title: 'n', value: (row: [string, number]) => String(row[1]), align: 'right' as const },
  ]

  test('is aligned, and cuts what is too long', () => {
    expect(
      renderTable(columns, [
        ['Amélie', 5],
        ['A very long title', 1234],
      ]),
    ).toBe(['title        n', '────────  ────', 'Amélie       5', 'A very …  1234'].join('\n'))
  })

  test('without rows is its titles', () => {
    expect(renderTable(columns, [])).toBe('title  n\n─────  ─')
  })

  test('lets no data drive the terminal', () => {
    expect(safeText('a\u001b[2J\nb\u202ec\u0007d')).toBe('a [2J b c d')
    expect(renderTable(columns, [['a\r\nb\t', 1]])).toBe('title  n\n─────  ─\na b    1')
  })
})

describe('the log', () => {
  test('off a terminal carries time and level, and nothing below its level', () => {
    const { stream, said } = recorder(false)
    const log = openLog('warn', stream)
    log.write('info', 'hidden')
    log.write('warn', 'seen\nonce')
    expect(said()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z WARN {2}seen once\n$/)
  })
})

const step = (patch: Partial<Step>): Step => ({
  key: 'receive',
  state: 'waiting',
  progress: null,
  rows: null,
  seconds: null,
  message: null,
  ...patch,
})
const job = (state: Job['state'], progress: number, steps: Step[]): { type: 'job'; job: Job } => ({
  type: 'job',
  job: { job_id: 'j', verb: 'pipeline', state, started_at: '', seconds: 1.5, progress, steps, error: null },
})

describe('progress', () => {
  test('off a terminal is one line a finished step', () => {
    const { stream, said } = recorder(false)
    const show = showProgress(openLog('info', stream), stream)
    show(job('running', 0.1, [step({ state: 'running', rows: 10 })]))
    show(job('running', 0.3, [step({ state: 'done', rows: 1200, seconds: 0.25 })]))
    show(job('done', 1, [step({ state: 'done', rows: 1200, seconds: 0.25 })]))
    expect(said().split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/INFO {2}receive: done \(1[,\s\u202f]?200 rows, 0[.,]25 s\)$/),
    ])
  })

  test('on a terminal is a bar that goes away', () => {
    const { stream, said } = recorder(true)
    const show = showProgress(openLog('info', stream), stream)
    show(job('running', 0.5, [step({ state: 'running', rows: 10 })]))
    expect(said()).toContain('████████████░░░░░░░░░░░░  50 %  receive · 10 rows')
    show(job('done', 1, [step({ state: 'done' })]))
    expect(said().endsWith('\r\u001b[Kreceive: done\n')).toBe(true)
  })

  test('tells what a step is at, and its states, only when asked for everything', () => {
    const lines = (level: 'info' | 'debug') => {
      const { stream, said } = recorder(false)
      const show = showProgress(openLog(level, stream), stream)
      show({ ...logLine, message: 'sent' })
      show({ ...logLine, kind: 'progress', message: 'films.csv' })
      show({ ...logLine, kind: 'progress', level: 'error', message: 'told at the end' })
      show({ ...logLine, kind: 'state', message: 'running' })
      return said().split('\n').filter(Boolean)
    }
    expect(lines('info')).toEqual([expect.stringMatching(/INFO {2}sent$/)])
    expect(lines('debug').slice(1)).toEqual([
      expect.stringMatching(/DEBUG receive: films\.csv$/),
      expect.stringMatching(/DEBUG receive: told at the end$/),
    ])
  })

  test('is silent when quiet', () => {
    const { stream, said } = recorder(true)
    const show = showProgress(openLog('warn', stream), stream)
    show(job('running', 0.5, [step({ state: 'running' })]))
    show({ ...logLine, message: 'hidden' })
    show(job('done', 1, [step({ state: 'done' })]))
    expect(said().replaceAll('\r\u001b[K', '')).toBe('')
  })
})

describe('figures', () => {
  test.each([
    ['en_US.UTF-8', '1,234,567', '$1.23B', '12.5 MB'],
    ['fr_FR.UTF-8', '1\u202f234\u202f567', '1,23\u00a0Md\u00a0$US', '12,5 MB'],
  ])('%s', async (lang, counted, dollars, size) => {
    vi.stubEnv('LC_ALL', lang)
    vi.resetModules()
    const format = await import('../../../src/pipeline/cli/terminal/format.ts')
    vi.unstubAllEnvs()
    expect(format.count(1_234_567)).toBe(counted)
    expect(format.shortMoney(1_234_567_890)).toBe(dollars)
    expect(format.bytes(12_500_000)).toBe(size)
    expect(format.year(1994)).toBe('1994')
    expect([format.count(null), format.money(undefined), format.text('')]).toEqual(['–', '–', '–'])
  })
})
