import { cancelled, throwIfCancelled } from '../errors.ts'

/** Does each named work once, however many wait for it; what failed is tried again by who asks next. */
export function onceEach<Work>(
  work: (of: Work) => Promise<void>,
): (name: string, of: Work, signal?: AbortSignal) => Promise<void> {
  const begun = new Map<string, Promise<void>>()
  return (name, of, signal) => {
    throwIfCancelled(signal)
    let working = begun.get(name)
    if (!working) {
      working = work(of)
      begun.set(name, working)
      working.catch(() => begun.delete(name))
    }
    return signal ? unlessAborted(working, signal) : working
  }
}

function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(cancelled())
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
