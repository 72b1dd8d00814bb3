import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { CineError } from '../../errors.ts'
import { findPython } from '../find/python.ts'
import type { Spark } from '../find/spark.ts'
import type { HdfsClient } from '../hdfs/client.ts'
import { sendFile } from '../hdfs/send-file.ts'

/** Stored, not deflated: jars are packed already. */
const PACK = `import sys, zipfile
folder, out = sys.argv[1:]
import os
with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
    for name in sorted(os.listdir(folder)):
        if name.endswith(".jar"):
            archive.write(os.path.join(folder, name), name)`
const PACK_MS = 300_000

export interface ArchiveOptions {
  /** The folder of this user on HDFS. */
  userFolder: string
  /** Where the archive is packed before it is sent. */
  scratch: string
  env: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  /** 0–1 */
  onProgress?: (share: number) => void
}

/**
 * Spark's jars as one archive on HDFS, for `spark.yarn.archive`: sent once for a version of Spark, so that no
 * job has to ship them. Gives its path on HDFS.
 */
export async function sparkArchive(hdfs: HdfsClient, spark: Spark, options: ArchiveOptions): Promise<string> {
  const { userFolder, scratch, signal } = options
  const folder = join(spark.path, 'jars')
  const name = `spark-${spark.version}-${await contentsOf(folder)}.zip`
  const path = `${userFolder}/.cine/${name}`
  // It has its name only once it is there whole.
  if (await hdfs.stat(path, { signal })) return path
  await mkdir(scratch, { recursive: true })
  const local = join(scratch, name)
  try {
    await pack(folder, local, options)
    const { size } = await stat(local)
    let sent = 0
    await sendFile(hdfs, local, path, {
      base: `${userFolder}/.cine`,
      name,
      signal,
      onBytes: (bytes) => {
        sent += bytes
        options.onProgress?.(Math.min(1, sent / size))
      },
    })
  } finally {
    await rm(local, { force: true })
  }
  return path
}

/** The same jars have the same name. */
async function contentsOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort()
  const sizes = await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size]))
  return createHash('sha256').update(JSON.stringify(sizes)).digest('hex').slice(0, 12)
}

async function pack(folder: string, out: string, { env, signal }: ArchiveOptions): Promise<void> {
  const python = await findPython(env)
  const { failed, stderr } = await execa(python.path, ['-c', PACK, folder, out], {
    reject: false,
    stdin: 'ignore',
    timeout: PACK_MS,
    ...(signal ? { cancelSignal: signal } : {}),
  })
  signal?.throwIfAborted()
  if (!failed) return
  const why = stderr.trim().split('\n').at(-1) ?? ''
  throw new CineError('SPARK_NOT_STARTED', `Spark's jars could not be packed into ${out}: ${why}`, {
    hint: 'Free some space there (about 0.5 GB), then run it again.',
    details: { path: out },
  })
}
