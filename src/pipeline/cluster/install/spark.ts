import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CineError } from '../../errors.ts'
import { resourcePath } from '../../resources.ts'
import { requirePython } from '../find/python.ts'
import { ownSpark, venvPython } from '../find/spark.ts'
import { sparkFolder } from '../folders.ts'
import { readStamp, writeStamp } from '../stamp.ts'
import { SPARK_VERSION } from '../versions.ts'
import { folderBytes, watchFolder } from './folder-bytes.ts'
import { type InstallContext, runStep } from './step.ts'

const ARRANGEMENT = 1
/** Of Spark's archive, and of all that lies in the environment in the end: for the progress only. */
const ARCHIVE_BYTES = 456e6
const UNPACKED_BYTES = 520e6

export interface InstalledSpark {
  path: string
  version: string
  bytes: number
  status: 'installed' | 'unchanged'
}

/**
 * Makes a virtual environment with `pyspark` in it. The archive is kept until the end, so that an attempt
 * that was cut short after its download does not fetch it again. Throws `PYTHON_…`, `INSTALL_…`, `DISK_FULL`.
 */
export async function installSpark(context: InstallContext): Promise<InstalledSpark> {
  const folder = sparkFolder(context.env)
  const stamp = await readStamp(folder)
  const before = await ownSpark(context.env)
  if (before && stamp?.arrangement === ARRANGEMENT && stamp.version === SPARK_VERSION) {
    return { path: before.path, version: stamp.version, bytes: stamp.bytes, status: 'unchanged' }
  }
  const scratch = `${folder}.partial`
  const downloads = join(scratch, 'downloads')
  const tmp = join(scratch, 'tmp')
  await rm(tmp, { recursive: true, force: true })
  await mkdir(downloads, { recursive: true })
  await mkdir(tmp)
  const buildRequirements = await copyOut('build-requirements.txt', scratch)
  const requirements = await copyOut('requirements.txt', scratch)

  const say = (share: number, message: string) => context.onProgress?.({ share, message })
  await makeEnvironment(context, folder)
  say(0.05, 'fetching Spark')
  const pip = pipOf(context, folder, tmp)
  await pip('install', ['--no-deps', '--requirement', buildRequirements])
  const wanted = ['--no-deps', '--no-build-isolation', '--use-pep517', '--requirement', requirements]
  await watchFolder(
    scratch,
    (bytes) => say(0.05 + 0.55 * Math.min(1, bytes / ARCHIVE_BYTES), 'fetching Spark'),
    () => pip('download', [...wanted, '--dest', downloads]),
  )
  await watchFolder(
    folder,
    (bytes) => say(0.6 + 0.38 * Math.min(1, bytes / UNPACKED_BYTES), 'unpacking Spark'),
    () => pip('install', [...wanted, '--no-index', '--find-links', downloads]),
  )
  const bytes = await folderBytes(folder)
  await writeStamp(folder, {
    version: SPARK_VERSION,
    bytes,
    arrangement: ARRANGEMENT,
    installed_at: new Date().toISOString(),
  })
  await rm(scratch, { recursive: true, force: true })
  const spark = await ownSpark(context.env)
  if (!spark)
    throw new CineError('INSTALL_FAILED', `${folder} holds no Spark although pip succeeded.`, {
      hint: 'Remove that folder, then run `cine cluster install` again.',
    })
  return { path: spark.path, version: spark.version, bytes, status: 'installed' }
}

/** A file of the product where other programs can read it: its own folder may be an archive. */
async function copyOut(name: string, folder: string): Promise<string> {
  const path = join(folder, name)
  await cp(resourcePath('spark', name), path)
  return path
}

/** A fresh environment: half of one, or one whose Python is gone, is made anew. */
async function makeEnvironment(context: InstallContext, folder: string): Promise<void> {
  const python = await requirePython(context.env)
  context.onProgress?.({ share: 0, message: 'making a virtual environment' })
  await runStep(context, 'python -m venv', [python.path, '-m', 'venv', '--clear', folder], {
    causeOf: pipCause,
  })
  if (existsSync(venvPython(folder))) return
  throw new CineError('INSTALL_FAILED', `${python.path} -m venv made no ${venvPython(folder)}.`, {
    hint: 'Name another Python with PYSPARK_PYTHON, then run `cine cluster install` again.',
  })
}

function pipOf(context: InstallContext, folder: string, tmp: string) {
  const general = ['--disable-pip-version-check', '--no-input', '--no-color']
  return (verb: 'install' | 'download', args: readonly string[]) =>
    runStep(
      context,
      'pip',
      [
        venvPython(folder),
        '-m',
        'pip',
        ...general,
        verb,
        '--no-cache-dir',
        '--progress-bar',
        'off',
        '--require-hashes',
        ...args,
      ],
      {
        // Where the system's temporary folder is a small disk in memory, half a gigabyte does not fit.
        env: { TMPDIR: tmp, PIP_REQUIRE_VIRTUALENV: '0' },
        causeOf: pipCause,
      },
    )
}

/** What pip says went wrong; null when it does not say. */
export function pipCause(lines: readonly string[]): string | null {
  const reached = lines.findLast((line) => /connection broken by|Failed to establish|timed out/i.test(line))
  if (reached) {
    const [, why] =
      /(Errno [^)'"\]]+\][^)'"]*|Read timed out|Name or service not known|timed out)/i.exec(reached) ?? []
    const path = /: (\/\S+)$/.exec(reached)?.[1]
    return [why?.replace(']', '') ?? 'connection broken', path && `(${path})`].filter(Boolean).join(' ')
  }
  const none = lines.findLast((line) => /from versions: none/.test(line))
  // That is also what it says, without a word more, when no registry answered.
  if (none) return `no registry offers ${/requirement (\S+)/.exec(none)?.[1] ?? 'it'}`
  if (lines.some((line) => /DO NOT MATCH THE HASHES/.test(line))) {
    const named = lines.find((line) => /^\s+\S+==|^\s+\S+ from https?:/.test(line))
    return `a file is not the one that was published (its hash differs)${named ? `: ${named.trim()}` : ''}`
  }
  return (
    lines.findLast((line) => /^(ERROR|error|Error):/.test(line))?.replace(/^error: */i, '') ??
    lines.findLast(Boolean) ??
    null
  )
}
