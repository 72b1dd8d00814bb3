import { expect, it } from 'vitest'
import { runInOrder, type Task } from '../../../src/pipeline/engines/local/in-order.ts'
import { cancelled } from '../../../src/pipeline/errors.ts'

/** Tasks that note when they begin and end, and end when they are told to. */
function scene() {
  const seen: string[] = []
  const endings = new Map<string, { end(): void; fail(error: Error): void }>()
  const task = (name: string, ...after: Task[]): Task => ({
    name,
    after,
    work: ({ signal }) =>
      new Promise<void>((resolve, reject) => {
        seen.push(name)
        endings.set(name, { end: resolve, fail: reject })
        signal?.addEventListener('abort', () => reject(cancelled()))
      }),
  })
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  const end = async (name: string) => {
    endings.get(name)?.end()
    await settled()
  }
  return { seen, task, end, endings, settled }
}
const orders = (atOnce: number) => ({ atOnce, signal: new AbortController().signal, onProgress: () => {} })

it('begins a task once those before it are finished, as many at a time as may run', async () => {
  const { seen, task, end, settled } = scene()
  const films = task('films')
  const reviews = task('reviews')
  const people = task('people', films)
  const all = runInOrder([films, reviews, people, task('scores', reviews)], orders(2))
  await settled()
  expect(seen).toEqual(['films', 'reviews'])
  await end('reviews')
  expect(seen).toEqual(['films', 'reviews', 'scores'])
  await end('films')
  expect(seen).toEqual(['films', 'reviews', 'scores', 'people'])
  await end('scores')
  await end('people')
  await all
})

it('keeps to the order of the tasks where one runs at a time', async () => {
  const { seen, task, end, settled } = scene()
  const first = task('first')
  const all = runInOrder([first, task('second', first), task('third')], orders(1))
  await settled()
  for (const name of ['first', 'second', 'third']) await end(name)
  await all
  expect(seen).toEqual(['first', 'second', 'third'])
})

it('stops the others when one fails, and throws its error once nothing runs any more', async () => {
  const { seen, task, endings, settled } = scene()
  const all = runInOrder([task('one'), task('other'), task('never')], orders(2))
  await settled()
  endings.get('other')?.fail(new Error('no space'))
  await expect(all).rejects.toThrow('no space')
  expect(seen).toEqual(['one', 'other'])
})

it('tells its progress: what has begun, and the share of all that is done', async () => {
  const told: [number, string | undefined][] = []
  const task = (name: string, ...after: Task[]): Task => ({
    name,
    after,
    work: async ({ onProgress }) => onProgress?.(0.5),
  })
  const one = task('one')
  await runInOrder([one, task('two', one)], {
    ...orders(2),
    onProgress: (progress, began) => told.push([progress, began]),
  })
  expect(told).toEqual([
    [0, 'one'],
    [0.25, undefined],
    [0.5, 'two'],
    [0.75, undefined],
  ])
})

it('has nothing to do without tasks', async () => {
  await expect(runInOrder([], orders(2))).resolves.toBeUndefined()
})
