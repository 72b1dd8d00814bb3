import { existsSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { cacheFolder, hadoopFolder } from '../../src/pipeline/cluster/folders.ts'
import { USUAL_PORTS } from '../../src/pipeline/cluster/ports.ts'
import { listProcesses } from '../../src/pipeline/cluster/processes/list.ts'
import { lockFile } from '../../src/pipeline/duck/index.ts'
import { writeFileAtomic } from '../../src/pipeline/lake/atomic.ts'

/** Why nothing can be installed here, or null when it can. */
export function toolsSkipReason(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const missing = ['java', 'mvn', 'python3'].filter(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  )
  return missing.length > 0 ? `not on the PATH: ${missing.join(', ')}` : null
}

/** Why no cluster can be started here, or null when one can. `npm test` installs what is missing. */
export function clusterSkipReason(): string | null {
  if (process.env.CINE_TEST_CLUSTER_SKIP) return process.env.CINE_TEST_CLUSTER_SKIP
  const stamp = join(hadoopFolder(process.env), 'cine-install.json')
  return existsSync(stamp) ? null : 'Hadoop is not installed: npx cine cluster install'
}

const NAME = 'cine-test-cluster-'
/** Other files, and other clones, that test with a cluster: one at a time is what a machine can bear. */
export const PATIENCE_MS = 25 * 60_000

export interface ClusterHome {
  home: string
  /** What `cine` and the code are given to work on it. */
  env: Record<string, string>
  /** Hadoop's own tool, once the cluster was started. */
  hdfs(args: readonly string[]): Promise<string>
}

/** A home and ports of its own, with nothing running yet, once no other test has a cluster. What a killed run of
 * the tests left behind is ended. */
export async function openClusterHome(): Promise<ClusterHome & { close(): Promise<void> }> {
  const release = await waitForTurn()
  await endLeftOvers()
  const home = await realpath(await mkdtemp(join(tmpdir(), `${NAME}${process.pid}-`)))
  const env = { CINE_CLUSTER_HOME: home, CINE_CACHE: cacheFolder(), CINE_LAKE: join(home, 'lake') }
  await writeFileAtomic(join(home, 'ports.json'), JSON.stringify(await freePorts()))
  return {
    home,
    env,
    hdfs: async (args) => (await execa(join(home, 'bin', 'hdfs'), args)).stdout,
    close: async () => {
      await killAll((each) => each === home)
      await rm(home, { recursive: true, force: true })
      release()
    },
  }
}

/** The processes of a cluster, however they were started. */
export async function clusterProcesses(home: string): Promise<number[]> {
  const all = await listProcesses()
  return all
    .filter(({ args }) =>
      args.some((word) => word.includes(`${home}/`) || word === `-Dcine.cluster.home=${home}`),
    )
    .map(({ pid }) => pid)
}

async function waitForTurn(): Promise<() => void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const lock = await lockFile(join(tmpdir(), 'cine-test-cluster.lock'))
    if ('release' in lock) return lock.release
    if (Date.now() > deadline) throw new Error(`Process ${lock.heldBy} tests with a cluster for too long.`)
    await sleep(500)
  }
}

/** Clusters of test runs that were killed: their folder's name holds the number of a process that is gone. */
async function endLeftOvers(): Promise<void> {
  await killAll((home) => {
    const pid = Number(basename(home).slice(NAME.length).split('-')[0])
    return basename(home).startsWith(NAME) && !existsSync(`/proc/${pid}`)
  })
}

async function killAll(matches: (home: string) => boolean): Promise<void> {
  for (const { pid, args } of await listProcesses()) {
    const home = args.find((word) => word.startsWith('-Dcine.cluster.home='))?.split('=')[1]
    if (home && matches(home)) process.kill(pid, 'SIGKILL')
  }
}

/** Held all at once while they are chosen, so that no two are the same. */
async function freePorts(): Promise<Record<string, number>> {
  const servers = await Promise.all(
    Object.keys(USUAL_PORTS).map(async (name) => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      return { name, server, port: typeof address === 'object' && address ? address.port : 0 }
    }),
  )
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))))
  return Object.fromEntries(servers.map(({ name, port }) => [name, port]))
}
