import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { resourcePath } from '../../resources.ts'
import { requireJava } from '../find/java.ts'
import { findMaven } from '../find/maven.ts'
import { hadoopFolder } from '../folders.ts'
import { readStamp, writeStamp } from '../stamp.ts'
import { areThere, type Jar, readJarList, verifyJars } from './jars.ts'
import { type InstallContext, runStep } from './step.ts'

/** Changes when what is put into the folder does. */
const ARRANGEMENT = 1
/** The part of the work that fetching is; checking is the rest. */
const FETCHING = 0.9

/** The folder of jars, and whether it was there already. */
export interface InstalledHadoop {
  path: string
  version: string
  bytes: number
  status: 'installed' | 'unchanged'
}

/**
 * Fetches the daemons' jars with Maven and checks them. Jars that an attempt cut short has left are kept:
 * Maven fetches only the others. Throws `JAVA_…`, `MAVEN_MISSING`, `INSTALL_…`, `DISK_FULL`.
 */
export async function installHadoop(context: InstallContext): Promise<InstalledHadoop> {
  const { hadoop: version, jars } = await readJarList()
  const path = hadoopFolder(context.env)
  const bytes = jars.reduce((sum, jar) => sum + jar.bytes, 0)
  const stamp = await readStamp(path)
  if (
    stamp?.arrangement === ARRANGEMENT &&
    stamp.version === version &&
    (await areThere(join(path, 'lib'), jars))
  ) {
    return { path, version, bytes, status: 'unchanged' }
  }
  const partial = `${path}.partial`
  const lib = join(partial, 'lib')
  await mkdir(lib, { recursive: true })
  await fetchJars(context, partial, lib, jars)
  await verifyJars(lib, jars, (done) =>
    context.onProgress?.({
      share: FETCHING + (1 - FETCHING) * (done / jars.length),
      message: 'checking the jars',
    }),
  )
  await dropOthers(lib, jars)
  await writeStamp(partial, {
    version,
    bytes,
    arrangement: ARRANGEMENT,
    installed_at: new Date().toISOString(),
  })
  await rm(path, { recursive: true, force: true })
  await rename(partial, path)
  return { path, version, bytes, status: 'installed' }
}

async function fetchJars(
  context: InstallContext,
  folder: string,
  lib: string,
  jars: readonly Jar[],
): Promise<void> {
  const java = await requireJava(context.env)
  const maven = await findMaven(context.env)
  // Maven reads its project where it may write; the product's own folder may be an archive.
  const pom = join(folder, 'pom.xml')
  await cp(resourcePath('hadoop', 'pom.xml'), pom)
  const total = jars.reduce((sum, jar) => sum + jar.bytes, 0)
  const sizes = new Map(jars.map((jar) => [jar.file, jar.bytes]))
  let fetched = 0
  await runStep(
    context,
    'Maven',
    [maven.path, '--batch-mode', '-f', pom, 'package', `-DoutputDirectory=${lib}`],
    {
      cwd: folder,
      env: { JAVA_HOME: java.home },
      onLine: (line) => {
        const file = /^\[INFO\] Downloaded from .*\/([^/\s]+\.jar) /.exec(line)?.[1]
        fetched += sizes.get(file ?? '') ?? 0
        if (file) context.onProgress?.({ share: FETCHING * Math.min(1, fetched / total), message: file })
      },
      causeOf: mavenCause,
    },
  )
}

/** What Maven says went wrong, without its advice; null when it does not say. */
export function mavenCause(lines: readonly string[]): string | null {
  const first = lines.find((line) => /^\[(ERROR|FATAL)\] +\S/.test(line))
  const text = first?.replace(/^\[\w+\] +/, '').replace(/ -> \[Help \d+\].*$/, '')
  if (!text) return null
  // The chain of causes ends in the one that matters; the address it failed for stands before it.
  const address = /(?:transfer failed for|from\/to \S+ \()\s*(https?:\/\/[^\s)]+)/.exec(text)?.[1]
  const last =
    text
      .split(/: (?=[A-Z])/)
      .at(-1)
      ?.trim() ?? text
  return address && !last.includes(address) ? `${last} (${address})` : last
}

/** Jars that are not on the list, such as those of a Maven of other habits, stay off the daemons' classpath. */
async function dropOthers(lib: string, jars: readonly Jar[]): Promise<void> {
  const wanted = new Set(jars.map((jar) => jar.file))
  for (const file of await readdir(lib)) if (!wanted.has(file)) await rm(join(lib, file), { recursive: true })
}
