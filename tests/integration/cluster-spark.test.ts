import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { YarnApplication } from '../../src/pipeline/api.ts'
import { runningDaemons } from '../../src/pipeline/cluster/daemons/registry.ts'
import { clusterHome } from '../../src/pipeline/cluster/folders.ts'
import { openDuck } from '../../src/pipeline/duck/index.ts'
import { cine, startCine } from '../helpers/cine.ts'
import { clusterProcesses, clusterSkipReason, testCluster } from '../helpers/cluster.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'

const reason = clusterSkipReason()
/** A job of Spark on a machine that has much else to do. */
const SLOW = 900_000
const TABLES = ['films', 'reviews', 'people', 'rejects']
/** `npm run test:cluster`: also what takes longest. */
const FULL = process.env.CINE_TEST_CLUSTER_FULL === '1'
/** Deep enough into a job for it to hold containers of YARN. */
const RUNNING = /ApplicationMaster registered/

describe.skipIf(reason)(`cine spark-pipeline${reason ? ` (${reason})` : ''}`, { timeout: SLOW }, () => {
  const cluster = testCluster()
  const pipeline = (args: readonly string[], env: Record<string, string> = {}) =>
    cluster.cine(['spark-pipeline', '--no-dashboard', '--json', ...args], env)
  const lake = () => join(cluster.home, 'lake')
  /** Everything that readers see, and what runs leave in hand. */
  const asItIs = async () => ({
    published: (await cluster.cine(['runs', 'show', 'current', '--json'])).json().run_id,
    films: (await readdir(join(lake(), 'curated', 'films'))).sort(),
    tmp: (await readdir(join(lake(), 'tmp'))).filter((name) => name.startsWith('run-')),
    onHdfs: await curatedOnHdfs(),
  })
  const curatedOnHdfs = async () =>
    (await cluster.cine(['cluster', 'ls', '/datalake/curated/films', '--json']))
      .json()
      .entries.map(({ name }: { name: string }) => name)
  const open = async (): Promise<YarnApplication[]> =>
    (await cluster.cine(['cluster', 'apps', '--open', '--json'])).json().applications
  /** A job that has begun to run on YARN, with what it says from then on. */
  async function begun(args: readonly string[]) {
    const child = startCine(['spark-pipeline', '--no-dashboard', '--force', '--json', ...args], {
      env: { ...cluster.env, ETL_LOG_LEVEL: 'DEBUG' },
    })
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk) => {
        said += String(chunk)
        if (RUNNING.test(said)) resolve()
      })
      void child.then(() => reject(new Error(`It ended before it ran on YARN:\n${said.slice(-3000)}`)))
    })
    // A child is a promise of its end: it is handed over in something that is none.
    return { child }
  }

  // On a machine under heavy load the first job of a new cluster was once seen to fail while Spark's context started.
  test('does everything from nothing: daemons, files, Spark on YARN, the same tables as on this machine', {
    retry: 1,
  }, async () => {
    const run = await pipeline(['--from', sharedData('clapper')])
    expect(run.exitCode, run.stderr.slice(-3000)).toBe(0)
    const result = run.json()
    expect(result).toMatchObject({
      // Landed by the first try, if there was one.
      ingestions: [{ file: 'Movies_2000.csv.gz' }, { file: 'Reviews_2000.csv.gz' }],
      run: { status: 'published', engine: 'spark' },
      application_id: expect.stringMatching(/^application_/),
    })

    const other = await tempLake()
    const local = await cine(['pipeline', '--from', sharedData('clapper'), '--json', '--lake', other])
    expect(result.run.tables).toEqual(local.json().run.tables)
    expect(result.run.balance).toEqual(local.json().run.balance)
    const duck = await openDuck()
    onTestFinished(() => duck.close())
    for (const table of TABLES) {
      const files = (root: string, id: string) => join(root, 'curated', table, `run_id=${id}`, '*.parquet')
      const [here, there] = [files(other, local.json().run.run_id), files(lake(), result.run.run_id)]
      // What differs only by when it was landed is the path of a rejected record.
      const columns = table === 'rejects' ? 'source, file, line, reason, detail, raw' : '*'
      const read = (n: number) => `(SELECT ${columns} FROM read_parquet($${n}, hive_partitioning = false))`
      const [differs] = await duck.query<{ rows: number }>(
        `SELECT count(*) AS rows FROM ((${read(1)} EXCEPT ALL ${read(2)}) UNION ALL (${read(2)} EXCEPT ALL ${read(1)}))`,
        [here, there],
      )
      expect(differs?.rows, table).toBe(0)
    }
    // The tables are on HDFS as well, whole, and nothing else of the run.
    expect(await curatedOnHdfs()).toEqual([`run_id=${result.run.run_id}`])
    expect((await cluster.cine(['cluster', 'purge', '--json'])).json().items).not.toContainEqual(
      expect.objectContaining({ kind: 'unfinished_run' }),
    )
    const app = (await cluster.cine(['cluster', 'app', result.application_id, '--json'])).json()
    expect(app).toMatchObject({ application: { final_status: 'SUCCEEDED' }, cause: null, logs_missing: null })
    expect(app.containers[0].files.length).toBeGreaterThan(0)
  })

  test('over the same files has nothing to do', async () => {
    const again = (await pipeline([])).json()
    expect(again).toMatchObject({ run: { status: 'unchanged', engine: 'spark' }, application_id: null })
  })

  // Before more files land: what is shown is of what has landed, and compared with what is published.
  if (FULL) {
    test('by hand: the command that is shown runs in a shell, twice, and gives the tables of the run', async () => {
      const shown = await cluster.cine(['spark-etl', '--print'])
      expect(shown.stdout).toContain('spark.yarn.archive=')
      for (const _ of [1, 2]) {
        const pasted = await execa('sh', ['-c', shown.stdout], { reject: false })
        expect(pasted.exitCode, pasted.stderr.slice(-3000)).toBe(0)
      }
      const { run_id } = (await cluster.cine(['runs', 'show', 'current', '--json'])).json()
      const duck = await openDuck()
      onTestFinished(() => duck.close())
      for (const table of ['films', 'reviews', 'people']) {
        const there = `/tmp/cine-by-hand/curated/${table}/run_id=by-hand`
        const here = join(cluster.home, 'by-hand', table)
        await cluster.cine(['cluster', 'get', there, here])
        const [differs] = await duck.query<{ rows: number }>(
          'SELECT count(*) AS rows FROM ((FROM read_parquet($1, hive_partitioning = false)) EXCEPT ALL (FROM read_parquet($2, hive_partitioning = false)))',
          [join(here, '**', '*.parquet'), join(lake(), 'curated', table, `run_id=${run_id}`, '*.parquet')],
        )
        expect(differs?.rows, table).toBe(0)
      }
    })
  }

  test('whose application is killed says so; the lake is as before', async () => {
    const before = await asItIs()
    const { child } = await begun([])
    const [{ id } = { id: '' }] = await open()
    const killed = await cluster.cine(['cluster', 'kill', id, '--yes', '--json'])
    expect(killed.json().application).toMatchObject({ id, state: 'KILLED' })
    const { exitCode, stdout } = await child
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'SPARK_KILLED',
      message: expect.stringMatching(/^The application was killed/),
      hint: expect.stringContaining('--or-local'),
      details: { application_id: id, offer: 'local' },
    })
    expect(await asItIs()).toEqual(before)
  })

  test('cancelled ends its application; the lake is as before', async () => {
    const before = await asItIs()
    const { child } = await begun([])
    child.kill('SIGINT')
    const { exitCode, stdout } = await child
    expect(exitCode).toBe(130)
    expect(JSON.parse(stdout).error.code).toBe('CANCELLED')
    expect(await open()).toEqual([])
    expect(await asItIs()).toEqual(before)
  })

  test('whose executors have too little memory says so, out of their own logs; the lake is as before', async () => {
    const before = await asItIs()
    const run = await pipeline([
      '--force',
      // A real heap that is too small, told to the JVM in a way that Spark does not check.
      ...['--spark-conf', 'spark.executor.extraJavaOptions=-XX:MaxHeapSize=48m -XX:MaxDirectMemorySize=256m'],
      ...['--spark-conf', 'spark.testing.reservedMemory=0'],
      ...['--spark-conf', 'spark.executor.maxNumFailures=1'],
    ])
    expect(run.exitCode).toBe(1)
    expect(run.json().error).toMatchObject({
      code: 'EXECUTOR_OUT_OF_MEMORY',
      message: 'An executor ran out of memory.',
      hint: expect.stringContaining('spark.executor.memory'),
      details: { application_id: expect.stringMatching(/^application_/) },
    })
    expect(await asItIs()).toEqual(before)
    expect(await open()).toEqual([])
  })

  test('in safe mode says what HDFS waits for', async () => {
    const before = await asItIs()
    await cluster.hdfs(['dfsadmin', '-safemode', 'enter'])
    const run = await pipeline(['--force', '--safe-mode-seconds', '1'])
    await cluster.hdfs(['dfsadmin', '-safemode', 'leave'])
    expect(run.json().error).toMatchObject({
      code: 'HDFS_SAFE_MODE_STUCK',
      message: expect.stringContaining('It was turned on manually'),
      hint: expect.stringContaining('dfsadmin -safemode leave'),
    })
    expect(await asItIs()).toEqual(before)
  })

  test('with a quota of HDFS reached says which; what was landed stays', async () => {
    const before = await asItIs()
    await cluster.hdfs(['dfsadmin', '-setSpaceQuota', '1m', '/datalake/raw'])
    const run = await pipeline(['--from', sharedData('oscars')])
    await cluster.hdfs(['dfsadmin', '-clrSpaceQuota', '/datalake/raw'])
    expect(run.json().error).toMatchObject({
      code: 'HDFS_QUOTA',
      message: expect.stringContaining('/datalake/raw'),
      details: { offer: 'local' },
    })
    expect(await asItIs()).toEqual(before)
  })

  if (FULL) {
    test('with a quota of HDFS reached while Spark writes says which; the lake is as before', async () => {
      const before = await asItIs()
      await cluster.hdfs(['dfsadmin', '-setSpaceQuota', '1m', '/datalake/curated'])
      const run = await pipeline(['--force'])
      await cluster.hdfs(['dfsadmin', '-clrSpaceQuota', '/datalake/curated'])
      expect(run.json().error).toMatchObject({
        code: 'HDFS_QUOTA',
        message: expect.stringContaining('/datalake/curated'),
      })
      expect(await asItIs()).toEqual(before)
    })

    test('whose DataNode is killed while files are sent says so; started again, goes on', async () => {
      const before = await asItIs()
      const big = join(lake(), 'raw', 'odd', '20260101T000000Z', 'big.csv')
      await mkdir(dirname(big), { recursive: true })
      await writeFile(big, Buffer.alloc(400e6, 'some,line\n'))
      const running = pipeline(['--force'])
      const sending = async () =>
        (await cluster.cine(['cluster', 'ls', '/datalake/raw/.cine-tmp', '--json'])).exitCode === 0
      while (!(await sending())) await sleep(50)
      const daemons = await runningDaemons(clusterHome({ CINE_CLUSTER_HOME: cluster.home }))
      process.kill(daemons.get('datanode')?.pid ?? 0, 'SIGKILL')
      expect((await running).json().error).toMatchObject({
        code: expect.stringMatching(/^HDFS_(DATANODE_LOST|NO_DATANODE)$/),
        details: { offer: 'local' },
      })
      expect((await cluster.cine(['cluster', 'up', '--json'])).json().started).toEqual(['datanode'])
      await rm(big)
      expect(await asItIs()).toEqual(before)
    })
  }

  test('without a ResourceManager says so, on a cluster that is not started from here', async () => {
    const before = await asItIs()
    const conf = join(cluster.home, 'conf-of-another')
    await cp(join(cluster.home, 'conf'), conf, { recursive: true })
    const daemons = await runningDaemons(clusterHome({ CINE_CLUSTER_HOME: cluster.home }))
    process.kill(daemons.get('resourcemanager')?.pid ?? 0, 'SIGKILL')
    await sleep(300)
    const run = await pipeline(['--force'], { HADOOP_CONF_DIR: conf })
    expect(run.json().error).toMatchObject({
      code: 'YARN_UNREACHABLE',
      message: expect.stringContaining('ResourceManager'),
      details: { offer: 'local' },
    })
    expect(await asItIs()).toEqual(before)
  })

  test('leaves no process once the cluster is stopped', async () => {
    await cluster.cine(['cluster', 'down'])
    expect(await clusterProcesses(cluster.home)).toEqual([])
  })
})

describe('without a cluster', () => {
  test('the local engine is offered, and used once that is agreed to', async () => {
    const folder = await tempLake()
    const env = {
      CINE_CACHE: join(folder, 'cache'),
      CINE_CLUSTER_HOME: join(folder, 'cluster'),
      CINE_LAKE: join(folder, 'lake'),
    }
    const args = ['spark-pipeline', '--from', sharedData('oscars'), '--no-dashboard', '--json']
    const refused = await cine(args, { env })
    expect(refused.exitCode).toBe(1)
    expect(refused.json().error).toMatchObject({
      code: expect.stringMatching(/^(HADOOP|JAVA)_MISSING$/),
      hint: expect.stringContaining('--or-local'),
      details: { offer: 'local' },
    })
    const agreed = await cine([...args, '--or-local'], { env })
    expect(agreed.json()).toMatchObject({
      run: { status: 'published', engine: 'local' },
      application_id: null,
    })
    expect(agreed.stderr).toContain('The local engine is used')
  })
})
