/**
 * Compiles the functions that Spark SQL lacks (`resources/spark/functions`) into `resources/spark/cine-functions.jar`:
 * `SPARK_HOME=… node scripts/make-spark-functions.mjs`, with a JDK on the PATH. The jar is in git because users have
 * a Java, not a compiler; its manifest carries the hash of the sources, which a test compares.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const RESOURCES = join(import.meta.dirname, '..', 'resources', 'spark')
const SOURCES = join(RESOURCES, 'functions', 'cine')
export const JAR = join(RESOURCES, 'cine-functions.jar')

/** SHA-256 over the names and texts of the sources. */
export async function sourcesHash() {
  const hash = createHash('sha256')
  for (const name of await sources()) hash.update(`${name}\n`).update(await readFile(join(SOURCES, name)))
  return hash.digest('hex')
}

async function sources() {
  return (await readdir(SOURCES)).filter((name) => name.endsWith('.java')).sort()
}

async function make(sparkHome) {
  const work = await mkdtemp(join(tmpdir(), 'cine-functions-'))
  try {
    const files = (await sources()).map((name) => join(SOURCES, name))
    // Spark 3.5 runs on Java 8 too.
    await run('javac', [
      '--release',
      '8',
      '-cp',
      join(sparkHome, 'jars', '*'),
      '-d',
      join(work, 'classes'),
      ...files,
    ])
    await writeFile(join(work, 'manifest'), manifest(await sourcesHash()))
    await run('jar', [
      '--create',
      '--file',
      JAR,
      '--manifest',
      join(work, 'manifest'),
      '-C',
      join(work, 'classes'),
      'cine',
    ])
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Lines of a manifest are short: the hash is one of them. */
const manifest = (hash) => `Cine-Sources: ${hash.slice(0, 48)}\n`

/** What the manifest of a jar of these sources must hold. */
export async function expectedStamp() {
  return manifest(await sourcesHash()).trim()
}

if (process.argv[1] === import.meta.filename) {
  if (!process.env.SPARK_HOME) throw new Error('SPARK_HOME must name a Spark.')
  await make(process.env.SPARK_HOME)
  console.log(JAR)
}
