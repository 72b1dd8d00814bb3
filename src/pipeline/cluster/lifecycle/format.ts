import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { execa } from 'execa'
import { CineError, throwIfCancelled } from '../../errors.ts'
import { utcStamp } from '../../lake/layout.ts'
import { type Jvm, jvmEnv, toolArgs } from '../daemons/java-command.ts'
import { DAEMONS } from '../daemons/specs.ts'
import type { ClusterHome } from '../folders.ts'
import { causeOfDeath } from './death.ts'

/** True when there is a name node. Throws `HDFS_NAMENODE_DAMAGED` when there is a folder of one without its
 * head: to make a new one in its place would lose what it names. */
export function isFormatted(home: ClusterHome): boolean {
  if (existsSync(join(home.nameDir, 'current', 'VERSION'))) return true
  if (!existsSync(home.nameDir)) return false
  throw new CineError(
    'HDFS_NAMENODE_DAMAGED',
    `${home.nameDir} is no whole name node: current/VERSION is missing.`,
    {
      hint: 'Restore it from a copy, or erase HDFS with everything in it: cine cluster init --force',
      details: { path: home.nameDir },
    },
  )
}

/**
 * Makes a new name node beside its place and moves it there when it is whole, so that one that was cut short
 * is never taken for one. Blocks of a name node that is gone are set aside, not removed.
 */
export async function format(
  jvm: Jvm,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { home } = jvm
  const staged = `${home.nameDir}.new`
  await rm(staged, { recursive: true, force: true })
  await mkdir(dirname(staged), { recursive: true })
  if (existsSync(home.dataDir)) await rename(home.dataDir, `${home.dataDir}.lost-${utcStamp(new Date())}`)
  const args = ['-D', `dfs.namenode.name.dir=${pathToFileURL(staged).href}`, '-format', '-nonInteractive']
  const { failed, all } = await execa(jvm.java.path, toolArgs(jvm, 'format', DAEMONS.namenode.main, args), {
    cwd: home.root,
    env: jvmEnv(jvm, env),
    extendEnv: false,
    all: true,
    reject: false,
    stdin: 'ignore',
    ...(signal ? { cancelSignal: signal } : {}),
  })
  throwIfCancelled(signal)
  if (failed || !existsSync(join(staged, 'current', 'VERSION'))) {
    const lines = (all ?? '').split('\n')
    const { code, sentence, hint } = causeOfDeath(lines)
    throw new CineError(code ?? 'HDFS_FORMAT_FAILED', `The name node could not be made: ${sentence}`, {
      hint,
      details: { output: lines.slice(-20) },
    })
  }
  await rename(staged, home.nameDir)
}

/** Erases HDFS: for `--force`, with the daemons stopped. */
export async function erase(home: ClusterHome): Promise<void> {
  for (const folder of [home.nameDir, home.dataDir]) await rm(folder, { recursive: true, force: true })
}
