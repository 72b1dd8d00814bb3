import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/pipeline/cluster/diagnose/index.ts'
import { RULES } from '../../../src/pipeline/cluster/diagnose/rules.ts'
import { resources } from '../../../src/renderer/i18n/resources.ts'

/** Cut out of what Spark 4.3 and Hadoop 3.5 wrote when each of these was done to them. */
const FOLDER = join(import.meta.dirname, '../../fixtures/spark-logs')
const driver = (name: string) => readFile(join(FOLDER, `${name}.driver.log`), 'utf8')
const container = (name: string) => readFile(join(FOLDER, name), 'utf8')

const CASES: [file: string, code: string, message: RegExp][] = [
  ['no-java-home', 'JAVA_MISSING', /^No Java was found/],
  ['wrong-java-home', 'JAVA_MISSING', /^No Java was found/],
  ['no-conf-dir', 'CONF_DIR_MISSING', /HADOOP_CONF_DIR/],
  ['no-namenode', 'HDFS_UNREACHABLE', /localhost:9999/],
  ['no-yarn', 'YARN_UNREACHABLE', /:8999/],
  ['safe-mode', 'HDFS_SAFE_MODE', /safe mode/],
  ['safe-mode-staging', 'HDFS_SAFE_MODE', /safe mode/],
  ['permission', 'HDFS_PERMISSION', /user=nobody2, access=WRITE, inode="\/datalake\/curated"/],
  ['permission-staging', 'HDFS_PERMISSION', /user=nobody2, access=WRITE, inode="\/user"/],
  ['quota', 'HDFS_QUOTA', /The DiskSpace quota of \/q is exceeded/],
  ['wrong-fs-path', 'CLUSTER_WRONG_FS', /file:\/datalake\/raw\/none\.csv/],
  ['wrong-fs-host', 'CLUSTER_WRONG_FS', /hdfs:\/\/\/x names no host/],
  ['input-missing', 'SPARK_INPUT_MISSING', /^There is nothing at hdfs:\/\/localhost:9000\/nothing\/here\.$/],
  ['python-versions', 'PYTHON_VERSION_CLASH', /Python 3\.10, the driver runs 3\.11/],
  ['no-python', 'PYTHON_MISSING', /\/opt\/none\/python3/],
  ['no-module', 'PYTHON_MODULE_MISSING', /nonexistent_module_x/],
  ['no-class', 'CLASS_MISSING', /^A class is missing: org\.example\.None\.$/],
  ['no-queue', 'YARN_QUEUE', /unknown queue: nobody/],
  ['executor-too-big', 'EXECUTOR_MEMORY_TOO_BIG', /92160 MB, at most 14336 MB/],
  ['executor-memory-task', 'EXECUTOR_OUT_OF_MEMORY', /^An executor ran out of memory\.$/],
  ['result-too-big', 'DRIVER_RESULT_TOO_BIG', /18\.7 MiB, at most 1024\.0 KiB/],
  ['driver-memory', 'DRIVER_OUT_OF_MEMORY', /^The driver ran out of memory\.$/],
  ['killed', 'SPARK_KILLED', /killed/],
]

describe('the cause of a failure, out of what was really written', () => {
  test.each(CASES)('%s', async (file, code, message) => {
    const text = await driver(file)
    const found = diagnose({ driver: text, yarnPorts: [8999] })
    expect(found).toMatchObject({ code, message: expect.stringMatching(message) })
    // One sentence and the line it was read from, not a stack.
    expect(found?.message).not.toContain('\n')
    expect(text).toContain(found?.evidence.slice(0, 400))
    expect(found?.hint.length).toBeGreaterThan(20)
  })

  test('an executor whose memory is full ends itself: its own log tells, the driver’s alone does not', async () => {
    const text = await driver('executor-memory')
    expect(diagnose({ driver: text })).toMatchObject({ code: 'EXECUTOR_LOST' })
    const executor = { is_master: false, text: await container('executor-memory.executor.log') }
    expect(diagnose({ driver: text, containers: [executor] })).toMatchObject({
      code: 'EXECUTOR_OUT_OF_MEMORY',
      evidence: 'java.lang.OutOfMemoryError: Java heap space',
    })
  })

  test('in cluster mode the master tells, where spark-submit only says that it failed', async () => {
    const master = { is_master: true, text: await container('cluster-mode.master.log') }
    const evidence = {
      driver: await driver('cluster-mode'),
      diagnostics: 'User application exited with status 1',
    }
    expect(diagnose({ ...evidence, containers: [master] })).toMatchObject({ code: 'SPARK_INPUT_MISSING' })
  })

  // As the manuals of Hadoop and Spark give them: what our own small cluster does not do.
  test.each([
    [
      `Container [pid=4321,containerID=container_1_0001_01_000002] is running 22528B beyond the 'PHYSICAL' memory limit. Current usage: 1.0 GB of 1 GB physical memory used; 2.4 GB of 2.1 GB virtual memory used. Killing container.`,
      'CONTAINER_OUT_OF_MEMORY',
      /1\.0 GB of 1 GB/,
    ],
    [
      'ExecutorLostFailure (executor 3 exited caused by one of the running tasks) Reason: Container killed by YARN for exceeding physical memory limits. 1.5 GB of 1.5 GB physical memory used. Consider boosting spark.executor.memoryOverhead.',
      'CONTAINER_OUT_OF_MEMORY',
      /1\.5 GB of 1\.5 GB/,
    ],
    [
      'java.io.IOException: No space left on device',
      'DISK_FULL',
      /^A disk of the cluster is full: No space left on device$/,
    ],
    [
      'java.lang.UnsupportedClassVersionError: org/apache/spark/deploy/SparkSubmit has been compiled by a more recent version of the Java Runtime (class file version 61.0), this version of the Java Runtime only recognizes class file versions up to 55.0',
      'JAVA_VERSION_CLASH',
      /compiled for Java 17, and runs on Java 11/,
    ],
    [
      "26/11/25 01:19:40 ERROR YarnCoarseGrainedExecutorBackend: Executor self-exiting due to : Unable to create executor due to Netty direct memory should at least be bigger than 'spark.network.maxRemoteBlockSizeFetchToMem', but got 50331648 bytes < 209715200",
      'EXECUTOR_LOST',
      /^An executor ended itself: Netty direct memory/,
    ],
  ])('%s', (driver, code, message) => {
    expect(diagnose({ driver })).toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('what no rule knows is told by its last exception; what says nothing, by nothing', () => {
    expect(diagnose({ driver: 'INFO a\norg.example.OddException: it rains\n\tat here' })).toMatchObject({
      code: 'SPARK_FAILED',
      message: 'The job failed: org.example.OddException: it rains',
    })
    // Python says first that Java failed, then how.
    const python =
      'py4j.protocol.Py4JJavaError: An error occurred while calling o1.x.\n: org.example.Odd: no\n: org.example.OddException: it snows'
    expect(diagnose({ driver: python })?.message).toBe('The job failed: org.example.OddException: it snows')
    expect(diagnose({ driver: 'INFO all is well' })).toBeNull()
  })
})

test('every case has its excerpt, and every cause its words in both languages', async () => {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.driver.log'))
  const used = [...CASES.map(([file]) => file), 'executor-memory', 'cluster-mode']
  expect(files.map((name) => name.replace('.driver.log', '')).sort()).toEqual(used.sort())
  for (const { code } of RULES)
    for (const language of ['fr', 'en'] as const)
      expect(resources[language].errors, `${code} ${language}`).toHaveProperty([code, 'sentence'])
})
