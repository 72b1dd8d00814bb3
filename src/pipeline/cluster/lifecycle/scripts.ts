import { existsSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { CineError, throwIfCancelled } from '../../errors.ts'
import { readConf } from '../conf/read.ts'
import { fileDescriptor } from '../daemons/file-descriptor.ts'
import { findJava } from '../find/java.ts'
import type { Target } from '../target.ts'
import { lastLines } from './log-tail.ts'

const LIMIT_MS = 300_000

interface ScriptContext {
  env: NodeJS.ProcessEnv
  signal: AbortSignal | undefined
}

/** Runs one of the scripts of the user's Hadoop; what it says is kept. Throws `CLUSTER_SCRIPT_FAILED`. */
export async function runScript(
  target: Target,
  name: 'start-dfs.sh' | 'start-yarn.sh' | 'stop-dfs.sh' | 'stop-yarn.sh',
  context: ScriptContext,
): Promise<void> {
  await runHadoop(target, join('sbin', name), [], context)
}

/** Makes the name node of the user's Hadoop when it has none. True when it did. */
export async function formatUsers(target: Target, context: ScriptContext): Promise<boolean> {
  const folder = await nameFolder(target, context.env)
  if (folder === null || existsSync(join(folder, 'current', 'VERSION'))) return false
  // By itself, this refuses to touch a name node that is there.
  await runHadoop(target, join('bin', 'hdfs'), ['namenode', '-format', '-nonInteractive'], context)
  return true
}

/** The first folder of the name node; null when it is not one of this machine. */
async function nameFolder(target: Target, env: NodeJS.ProcessEnv): Promise<string | null> {
  const conf = await readConf(target.conf_dir, env)
  const tmp = conf.get('hadoop.tmp.dir') ?? `/tmp/hadoop-${target.user}`
  const [first = ''] = (conf.get('dfs.namenode.name.dir') ?? `file://${tmp}/dfs/name`).split(',')
  if (first.startsWith('/')) return first
  try {
    return fileURLToPath(first)
  } catch {
    return null
  }
}

async function runHadoop(
  target: Target,
  program: string,
  args: readonly string[],
  { env, signal }: ScriptContext,
): Promise<void> {
  const home = target.hadoop?.path ?? ''
  const java = await findJava(env)
  await mkdir(target.home.logs, { recursive: true })
  const log = join(target.home.logs, 'scripts.log')
  // To a file, not a pipe: the daemons that the script starts keep it open, and the pipe would never end.
  const out = await open(log, 'a')
  try {
    const { failed, exitCode } = await execa(join(home, program), args, {
      env: {
        ...env,
        HADOOP_CONF_DIR: target.conf_dir,
        HADOOP_HOME: home,
        JAVA_HOME: env.JAVA_HOME || java.home,
      },
      extendEnv: false,
      stdin: 'ignore',
      stdout: fileDescriptor(out.fd),
      stderr: fileDescriptor(out.fd),
      reject: false,
      timeout: LIMIT_MS,
      ...(signal ? { cancelSignal: signal } : {}),
    })
    throwIfCancelled(signal)
    if (failed) throw await scriptFailed(join(home, program), exitCode, log)
  } finally {
    await out.close()
  }
}

async function scriptFailed(program: string, exitCode: number | undefined, log: string): Promise<CineError> {
  const lines = await lastLines(log, 30)
  const said =
    lines.findLast((line) => /error|denied|cannot|fail/i.test(line)) ?? lines.at(-1) ?? 'it said nothing.'
  const ssh = /ssh|pdsh|port 22|Permission denied \(publickey/i.test(lines.join('\n'))
  return new CineError(
    'CLUSTER_SCRIPT_FAILED',
    `${program} failed (${exitCode ?? 'no exit code'}): ${said.trim()}`,
    {
      hint: ssh
        ? 'Hadoop’s scripts log in to this machine by ssh: `ssh localhost` must work without a password. Or unset HADOOP_HOME to use the cluster that cine starts.'
        : `What it said is in ${log}. Or unset HADOOP_HOME to use the cluster that cine starts.`,
      details: { program, log, last_lines: lines },
    },
  )
}
