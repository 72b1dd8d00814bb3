import type { HdfsClient } from './client.ts'

const TIMEOUT_MS = 10_000

/** A small file that is written over and over, as it is now; null when it is not there or is just being written. */
export async function readText(
  hdfs: HdfsClient,
  path: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<string | null> {
  try {
    const location = await hdfs.web.location('OPEN', path, { signal })
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(location, {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    const text = await response.text()
    return response.ok ? text : null
  } catch {
    return null
  }
}
