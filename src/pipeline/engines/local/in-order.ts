import type { QueryOptions } from '../../duck/index.ts'

/** A part of the work. */
export interface Task {
  /** For progress. */
  name: string
  /** What must be finished before it begins. */
  after: readonly Task[]
  work(options: QueryOptions): Promise<void>
}

export interface Orders {
  /** How many tasks may run side by side. */
  atOnce: number
  signal: AbortSignal
  /** The share of all tasks that is done, 0–1; the name of the one that has just begun. */
  onProgress(progress: number, began?: string): void
}

/**
 * Does all tasks, each once those before it are finished, otherwise in their order. Many statements keep one thread
 * only: side by side they use the others. When one fails the rest is stopped, and its error thrown once nothing runs
 * any more.
 */
export async function runInOrder(tasks: readonly Task[], orders: Orders): Promise<void> {
  const stop = new AbortController()
  const signal = AbortSignal.any([orders.signal, stop.signal])
  const waiting = new Set(tasks)
  const done = new Set<Task>()
  const running = new Map<Task, Promise<void>>()
  const shares = new Map<Task, number>()
  const failures: unknown[] = []

  const tell = (began?: string) => {
    const partly = [...shares.values()].reduce((sum, share) => sum + share, 0)
    orders.onProgress((done.size + partly) / tasks.length, began)
  }
  const begin = (task: Task) => {
    waiting.delete(task)
    tell(task.name)
    const onProgress = (share: number) => {
      shares.set(task, share)
      tell()
    }
    const end = () => {
      shares.delete(task)
      running.delete(task)
    }
    const work = async () => {
      try {
        await task.work({ signal, onProgress })
        done.add(task)
      } catch (error) {
        failures.push(error)
        stop.abort()
      } finally {
        end()
      }
    }
    running.set(task, work())
  }

  while (running.size > 0 || (failures.length === 0 && waiting.size > 0)) {
    for (const task of waiting)
      if (failures.length === 0 && running.size < orders.atOnce && task.after.every((each) => done.has(each)))
        begin(task)
    await Promise.race(running.values())
  }
  if (failures.length > 0) throw failures[0]
}
