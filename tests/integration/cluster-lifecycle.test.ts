import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Daemon, DaemonName } from '../../src/pipeline/api.ts'
import { runningDaemons } from '../../src/pipeline/cluster/daemons/registry.ts'
import { clusterHome, hadoopFolder } from '../../src/pipeline/cluster/folders.ts'
import { startCine } from '../helpers/cine.ts'
import { clusterProcesses, clusterSkipReason, testCluster } from '../helpers/cluster.ts'

const reason = clusterSkipReason()
const SLOW = 240_000

describe.skipIf(reason)(`a cluster of our own${reason ? ` (${reason})` : ''}`, { timeout: SLOW }, () => {
  const cluster = testCluster()
  const pids = async () => {
    const daemons: Daemon[] = (await cluster.cine(['cluster', 'status', '--json'])).json().daemons
    return Object.fromEntries(daemons.map(({ name, pid }) => [name, pid])) as Record<DaemonName, number>
  }
  /** Waits until this daemon's process is there. */
  async function started(name: DaemonName): Promise<void> {
    const home = clusterHome({ CINE_CLUSTER_HOME: cluster.home })
    for (let n = 0; n < 600 && !(await runningDaemons(home)).has(name); n++) await sleep(50)
  }

  test('is stopped at first, and says so without starting anything', async () => {
    const status = await cluster.cine(['cluster', 'status', '--json'])
    expect(status.json()).toMatchObject({ cluster: 'own', state: 'stopped', hdfs: null, yarn: null })
    expect((await cluster.cine(['cluster', 'down', '--json'])).json()).toMatchObject({
      status: 'unchanged',
      stopped: [],
    })
    expect(await clusterProcesses(cluster.home)).toEqual([])
  })

  test('cancelled on its way up, leaves no process', async () => {
    const up = startCine(['cluster', 'up', '--json'], { env: cluster.env })
    await started('datanode')
    up.kill('SIGINT')
    const { exitCode, stdout } = await up
    expect(exitCode).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CANCELLED' } })
    expect(await clusterProcesses(cluster.home)).toEqual([])
  })

  test('killed on its way up, is taken over by the next one: no process twice', async () => {
    const up = startCine(['cluster', 'up', '--json'], { env: cluster.env })
    await started('namenode')
    up.kill('SIGKILL')
    expect((await up).signal).toBe('SIGKILL')
    const before = await pids()
    expect(before.namenode).toBeGreaterThan(1)
    // As if it had been killed before it could note what it had started.
    await rm(join(cluster.home, 'run'), { recursive: true })

    const next = await cluster.cine(['cluster', 'up', '--json'])
    expect(next.json()).toMatchObject({
      status: 'started',
      folders: expect.arrayContaining(['/datalake/raw', '/datalake/curated']),
      cluster: { state: 'running', hdfs: { safe_mode: false, live_datanodes: 1 }, yarn: { active_nodes: 1 } },
    })
    expect((await pids()).namenode).toBe(before.namenode)
    expect(await clusterProcesses(cluster.home)).toHaveLength(4)
  })

  test('has the folders of the lake, for their group to write', async () => {
    const listing = await cluster.hdfs(['dfs', '-ls', '/datalake'])
    expect(listing).toMatch(/drwxrwxr-x .*\/datalake\/curated/)
    expect(listing).toMatch(/drwxrwxr-x .*\/datalake\/raw/)
    expect(await cluster.hdfs(['dfs', '-ls', '-d', '/tmp'])).toContain('drwxrwxrwt')
  })

  test('is reachable from this machine only', async () => {
    const addresses = (await Promise.all(Object.values(await pids()).map(listeningAddresses))).flat()
    expect(addresses.length).toBeGreaterThan(8)
    // 127.0.0.1, as the kernel writes it, by itself or inside an IPv6 address.
    for (const address of addresses) expect(address).toMatch(/^(0000000000000000FFFF0000)?0100007F:/)
  })

  test('up again changes nothing', async () => {
    const before = await pids()
    const again = await cluster.cine(['cluster', 'up', '--json'])
    expect(again.json()).toMatchObject({ status: 'unchanged', started: [], formatted: false, folders: [] })
    expect(await pids()).toEqual(before)
    expect(
      (await cluster.cine(['doctor', '--json']))
        .json()
        .checks.find(({ id }: { id: string }) => id === 'ports'),
    ).toMatchObject({
      level: 'ok',
      message: expect.stringContaining('held by the cluster'),
    })
  })

  test('starts only the daemon that is missing', async () => {
    const before = await pids()
    process.kill(before.datanode, 'SIGKILL')
    await sleep(300)
    const partial = (await cluster.cine(['cluster', 'status', '--json'])).json()
    expect(partial.state).toBe('partial')
    expect(partial.daemons[1]).toMatchObject({ name: 'datanode', state: 'stopped', pid: null })
    const up = await cluster.cine(['cluster', 'up', '--json'])
    expect(up.json()).toMatchObject({ started: ['datanode'], cluster: { state: 'running' } })
    expect(await pids()).toMatchObject({ namenode: before.namenode, resourcemanager: before.resourcemanager })
  })

  test('in safe mode, says what it waits for and what ends it; the daemons stay', async () => {
    await cluster.hdfs(['dfsadmin', '-safemode', 'enter'])
    const up = await cluster.cine(['cluster', 'up', '--json', '--safe-mode-seconds', '1'])
    expect(up.exitCode).toBe(1)
    expect(up.json().error).toMatchObject({
      code: 'HDFS_SAFE_MODE_STUCK',
      message: expect.stringMatching(
        /^HDFS has not left safe mode within 1 s: Safe mode is ON\. It was turned on manually/,
      ),
      hint: expect.stringContaining('hdfs dfsadmin -safemode leave'),
    })
    expect((await cluster.cine(['cluster', 'status', '--json'])).json()).toMatchObject({
      state: 'partial',
      hdfs: { safe_mode: true },
    })
    await cluster.hdfs(['dfsadmin', '-safemode', 'leave'])
    expect(await clusterProcesses(cluster.home)).toHaveLength(4)
  })

  test('keeps what HDFS holds over a stop and a start, on another port when its own was taken', async () => {
    await cluster.hdfs(['dfs', '-touchz', '/datalake/raw/kept'])
    const down = await cluster.cine(['cluster', 'down', '--json'])
    expect(down.json().stopped.map(({ name }: { name: string }) => name)).toEqual([
      'nodemanager',
      'resourcemanager',
      'datanode',
      'namenode',
    ])
    expect(await clusterProcesses(cluster.home)).toEqual([])

    const ports = JSON.parse(await readFile(join(cluster.home, 'ports.json'), 'utf8'))
    const squatter = await listen(ports.namenode_http)
    onTestFinished(() => void squatter.close())
    expect(
      (await cluster.cine(['doctor', '--json']))
        .json()
        .checks.find(({ id }: { id: string }) => id === 'ports'),
    ).toMatchObject({
      level: 'warning',
      code: 'PORTS_TAKEN',
      message: expect.stringContaining(`process ${process.pid}`),
    })
    const up = await cluster.cine(['cluster', 'up', '--json'])
    expect(up.json()).toMatchObject({ formatted: false, folders: [], cluster: { state: 'running' } })
    expect(up.json().cluster.webhdfs[0]).not.toContain(`:${ports.namenode_http}`)
    expect(await cluster.hdfs(['dfs', '-ls', '/datalake/raw'])).toContain('/datalake/raw/kept')
  })

  test('never kills a process that has taken over a number', async () => {
    const bystander = execa('sleep', ['300'], { reject: false })
    onTestFinished(() => void bystander.kill('SIGKILL'))
    const file = join(cluster.home, 'run', 'nodemanager.json')
    const { pid: nodeManager, identity } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ pid: bystander.pid, identity, started_at: null }))
    const down = await cluster.cine(['cluster', 'down', '--json'])
    // The NodeManager itself was found among all processes.
    expect(down.json().stopped[0]).toMatchObject({ name: 'nodemanager', pid: nodeManager })
    expect(existsSync(`/proc/${bystander.pid}`)).toBe(true)
    expect(await clusterProcesses(cluster.home)).toEqual([])
  })

  test('with a name node that is damaged, says so, and never makes another in its place', async () => {
    const current = join(cluster.home, 'dfs', 'name', 'current')
    await rename(join(current, 'VERSION'), join(cluster.home, 'VERSION'))
    const headless = await cluster.cine(['cluster', 'up', '--json'])
    expect(headless.json().error).toMatchObject({
      code: 'HDFS_NAMENODE_DAMAGED',
      hint: expect.stringContaining('init --force'),
    })
    await rename(join(cluster.home, 'VERSION'), join(current, 'VERSION'))

    const images = (await readdir(current)).filter((name) => name.startsWith('fsimage'))
    for (const name of images) await rename(join(current, name), join(cluster.home, name))
    const died = await cluster.cine(['cluster', 'up', '--json'])
    expect(died.json().error).toMatchObject({
      code: 'HDFS_NAMENODE_DAMAGED',
      message: expect.stringMatching(/^The NameNode ended right after its start: /),
      details: { log: join(cluster.home, 'logs', 'namenode.log') },
    })
    expect(await clusterProcesses(cluster.home)).toEqual([])
    const log = await cluster.cine(['cluster', 'logs', 'namenode', '--lines', '50'])
    expect(log.stdout).toContain('SHUTDOWN_MSG')
  })

  test('begins a new HDFS only when it is told to', async () => {
    const init = await cluster.cine(['cluster', 'init', '--force', '--json'])
    expect(init.json()).toMatchObject({
      status: 'started',
      formatted: true,
      cluster: { state: 'running', hdfs: { missing_blocks: 0 } },
    })
    expect(await cluster.hdfs(['dfs', '-ls', '/datalake/raw'])).toBe('')
    expect((await cluster.cine(['cluster', 'init', '--json'])).json()).toMatchObject({
      status: 'unchanged',
      formatted: false,
    })
  })

  test('is one for two commands: the second is told who is at it', async () => {
    await cluster.cine(['cluster', 'down'])
    const up = startCine(['cluster', 'up', '--json'], { env: cluster.env })
    await started('namenode')
    const down = await cluster.cine(['cluster', 'down', '--json'])
    expect(down.json().error).toMatchObject({
      code: 'CLUSTER_BUSY',
      message: expect.stringMatching(/^Process \d+ is starting or stopping the cluster/),
    })
    up.kill('SIGINT')
    expect((await up).exitCode).toBe(130)
    expect(await clusterProcesses(cluster.home)).toEqual([])
  })

  test('gives way to the user’s own, which is formatted once, started and stopped by its own scripts', async () => {
    await cluster.cine(['cluster', 'down'])
    const hadoop = await usersHadoop(cluster.home)
    const env = { HADOOP_HOME: hadoop }
    const up = await cluster.cine(['cluster', 'up', '--json'], env)
    expect(up.json()).toMatchObject({
      status: 'started',
      formatted: true,
      folders: ['/datalake', '/datalake/raw', '/datalake/curated'],
      cluster: { cluster: 'scripts', state: 'running', conf_dir: join(hadoop, 'etc', 'hadoop') },
    })
    expect((await cluster.cine(['cluster', 'up', '--json'], env)).json()).toMatchObject({
      status: 'unchanged',
      formatted: false,
    })
    const force = await cluster.cine(['cluster', 'init', '--force', '--json'], env)
    expect(force.json().error).toMatchObject({ code: 'CLUSTER_NOT_OURS' })

    // Seen by its settings alone, it is one that runs elsewhere.
    const remote = { HADOOP_CONF_DIR: join(hadoop, 'etc', 'hadoop') }
    expect((await cluster.cine(['cluster', 'up', '--json'], remote)).json()).toMatchObject({
      status: 'unchanged',
      cluster: { cluster: 'remote', state: 'running' },
    })
    expect((await cluster.cine(['cluster', 'down', '--json'], remote)).json().error.code).toBe(
      'CLUSTER_NOT_OURS',
    )

    const down = await cluster.cine(['cluster', 'down', '--json'], env)
    expect(down.json()).toMatchObject({
      status: 'stopped',
      stopped: [{ name: 'resourcemanager' }, { name: 'namenode' }],
    })
    expect(await clusterProcesses(cluster.home)).toEqual([])
    expect((await cluster.cine(['cluster', 'up', '--json'], remote)).json().error).toMatchObject({
      code: 'HDFS_UNREACHABLE',
      hint: expect.stringContaining('is not started from here'),
    })
  })
})

/** A Hadoop as a user has it, with scripts of its own, made of our jars and settings. */
async function usersHadoop(home: string): Promise<string> {
  const hadoop = join(home, 'hadoop')
  const conf = join(hadoop, 'etc', 'hadoop')
  await cp(join(home, 'conf'), conf, { recursive: true })
  const site = await readFile(join(conf, 'hdfs-site.xml'), 'utf8')
  await writeFile(join(conf, 'hdfs-site.xml'), site.replaceAll(`${home}/dfs`, `${home}/users-dfs`))
  const lib = join(hadoopFolder(process.env), 'lib')
  // The mark lets the tests find what a failed one leaves.
  const java = `"$JAVA_HOME/bin/java" --add-opens=java.base/java.lang=ALL-UNNAMED -Xmx224m -Dcine.cluster.home=${home} -Dcine.log=INFO,console -cp "$HADOOP_CONF_DIR:${lib}/*" org.apache.hadoop`
  const start = (...names: string[]) =>
    names
      .map((name) => `setsid ${java}.${name} & echo $! >> "$(dirname "$0")/$(basename "$0" .sh).pids"`)
      .join('\n')
  const stop = (name: string) =>
    `for pid in $(cat "$(dirname "$0")/${name}.pids"); do kill $pid; while kill -0 $pid 2>/dev/null; do sleep 0.1; done; done`
  const scripts = {
    'bin/hdfs': `shift; exec ${java}.hdfs.server.namenode.NameNode "$@"`,
    'sbin/start-dfs.sh': start('hdfs.server.namenode.NameNode', 'hdfs.server.datanode.DataNode'),
    'sbin/start-yarn.sh': start(
      'yarn.server.resourcemanager.ResourceManager',
      'yarn.server.nodemanager.NodeManager',
    ),
    'sbin/stop-dfs.sh': stop('start-dfs'),
    'sbin/stop-yarn.sh': stop('start-yarn'),
  }
  for (const [name, text] of Object.entries(scripts)) {
    await mkdir(join(hadoop, name, '..'), { recursive: true })
    await writeFile(join(hadoop, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  }
  return hadoop
}

/** Every address that a process listens on, in the hexadecimal of `/proc/net`. */
async function listeningAddresses(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`)
  const links = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')))
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')))
  return tables.flatMap((table) =>
    table.split('\n').flatMap((line) => {
      const fields = line.trim().split(/\s+/)
      return fields[3] === '0A' && links.includes(`socket:[${fields[9]}]`) ? [fields[1] ?? ''] : []
    }),
  )
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
