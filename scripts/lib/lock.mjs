import { open, readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Waits at most this long for another process that does the same work. */
const PATIENCE_MS = 10 * 60_000

/**
 * Runs `work` while no other process holds the lock file. A lock whose process is gone is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await take(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true })
    else if (Date.now() > deadline) throw new Error(`Waited too long for another process: ${path}`)
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path) {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(path) {
  const pid = Number(await readFile(path, 'utf8').catch(() => '0'))
  // Empty: just created, its process is about to write its number.
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
