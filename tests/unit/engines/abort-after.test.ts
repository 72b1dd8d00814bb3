import { expect, test } from 'vitest'
import { abortAfter } from '../../../src/pipeline/engines/spark/abort-after.ts'

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

test('who runs the job is told before its driver is ended', async () => {
  const stop = new AbortController()
  const said: string[] = []
  const later = abortAfter(stop.signal, async () => void said.push('YARN'), 5000)
  const ended = aborted(later.signal).then(() => said.push('driver'))
  stop.abort()
  expect(later.signal.aborted).toBe(false)
  await ended
  expect(said).toEqual(['YARN', 'driver'])
})

test('one that does not answer, or cannot be told, holds nothing up', async () => {
  for (const first of [() => new Promise<void>(() => {}), () => Promise.reject(new Error('gone'))]) {
    const stop = new AbortController()
    const later = abortAfter(stop.signal, first, 5)
    stop.abort()
    await aborted(later.signal)
    expect(later.signal.aborted).toBe(true)
  }
})

test('what was cancelled before it began is at once; what is over is not told', async () => {
  const first = () => Promise.reject(new Error('never called'))
  expect(abortAfter(AbortSignal.abort(), first, 1).signal.aborted).toBe(true)
  const stop = new AbortController()
  const later = abortAfter(stop.signal, first, 1)
  later.forget()
  stop.abort()
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(later.signal.aborted).toBe(false)
})
