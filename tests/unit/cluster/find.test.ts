import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { doctor } from '../../../src/pipeline/cluster/doctor/index.ts'
import { lookAtMemory, lookAtPlatform } from '../../../src/pipeline/cluster/doctor/machine.ts'
import { javaAgainst } from '../../../src/pipeline/cluster/doctor/programs.ts'
import { findHadoop } from '../../../src/pipeline/cluster/find/hadoop.ts'
import { findJava, type Java, javaSettings, requireJava } from '../../../src/pipeline/cluster/find/java.ts'
import { findPython, requirePython } from '../../../src/pipeline/cluster/find/python.ts'
import { findSpark, type Spark } from '../../../src/pipeline/cluster/find/spark.ts'
import { writeStamp } from '../../../src/pipeline/cluster/stamp.ts'
import { atLeast } from '../../../src/pipeline/cluster/versions.ts'
import { tempLake } from '../../helpers/lake.ts'

/** A program that answers as given, whatever it is asked. */
async function program(path: string, says: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `#!/bin/sh\ncat <<'END'\n${says}\nEND\n`)
  await chmod(path, 0o755)
  return path
}
const java = (version: string, home: string) => `    java.home = ${home}\n    java.version = ${version}\n`
/** What a shell script needs to answer. */
const BASE = '/usr/bin:/bin'

describe('Java', () => {
  test('is the one of JAVA_HOME before that of the PATH', async () => {
    const folder = await tempLake()
    await program(join(folder, 'path', 'java'), java('11.0.1', '/eleven'))
    await program(join(folder, 'home', 'bin', 'java'), java('21', '/twenty-one'))
    const env = { PATH: `${join(folder, 'path')}:${BASE}` }
    expect(await findJava(env)).toMatchObject({
      version: '11.0.1',
      major: 11,
      found_by: 'path',
      setting: null,
    })
    expect(await findJava({ ...env, JAVA_HOME: join(folder, 'home') })).toMatchObject({
      major: 21,
      home: '/twenty-one',
      setting: 'JAVA_HOME',
    })
    await expect(requireJava(env)).rejects.toMatchObject({
      code: 'JAVA_TOO_OLD',
      details: { command: expect.any(String) },
    })
    await expect(findJava({ ...env, JAVA_HOME: folder })).rejects.toMatchObject({ code: 'JAVA_HOME_WRONG' })
  })

  test('that does not run is told with what it says', async () => {
    const folder = await tempLake()
    await program(join(folder, 'java'), 'Unable to locate a Java Runtime.')
    await expect(findJava({ PATH: `${folder}:${BASE}` })).rejects.toMatchObject({
      code: 'JAVA_BROKEN',
      message: expect.stringContaining('Unable to locate a Java Runtime.'),
    })
  })

  test.each([
    ['1.8.0_402', 8],
    ['17.0.15', 17],
    ['25-ea', 25],
    ['21+35', 21],
  ])('%s is of the series %i', (version, major) => {
    expect(javaSettings(java(version, '/x'))?.major).toBe(major)
  })

  test.each([
    [17, '4.3.0', true, null],
    [11, '4.3.0', true, 'JAVA_TOO_OLD'],
    [11, '3.5.6', false, null],
    [11, '3.5.6', true, 'JAVA_TOO_OLD'],
    [25, '3.5.6', false, 'JAVA_TOO_NEW'],
    [21, '3.5.6', false, 'JAVA_UNTRIED'],
    [25, '4.3.0', true, null],
    [99, null, true, 'JAVA_UNTRIED'],
  ])('%i with Spark %s (own Hadoop: %s): %s', (major, version, own, code) => {
    const found = { version: String(major), major, path: '/java' } as Java
    const spark = version === null ? null : ({ version } as Spark)
    expect(javaAgainst(found, spark, own)?.code ?? null).toBe(code)
  })
})

describe('Python', () => {
  test('is the first that is recent enough', async () => {
    const folder = await tempLake()
    await program(join(folder, 'python3'), '3.9.2\n/old\nTrue')
    const env = { PATH: `${folder}:${BASE}` }
    const only = { PATH: `${folder}:/bin-that-is-not-there` }
    await expect(findPython(only)).rejects.toMatchObject({ code: 'PYTHON_MISSING' })
    await program(join(folder, 'python3.12'), '3.12.1\n/new\nFalse')
    expect(await findPython(env)).toMatchObject({ path: '/new', version: '3.12.1' })
    await expect(requirePython(env)).rejects.toMatchObject({ code: 'PYTHON_NO_VENV' })
    const named = { ...env, PYSPARK_PYTHON: 'python3' }
    expect(await findPython(named)).toMatchObject({ path: '/old', setting: 'PYSPARK_PYTHON' })
    await expect(requirePython(named)).rejects.toMatchObject({ code: 'PYTHON_TOO_OLD' })
    await expect(findPython({ ...env, PYSPARK_PYTHON: '/no/python' })).rejects.toMatchObject({
      code: 'PYSPARK_PYTHON_WRONG',
    })
  })
})

async function sparkIn(home: string, version: string): Promise<void> {
  await program(join(home, 'bin', 'spark-submit'), '')
  await mkdir(join(home, 'jars'), { recursive: true })
  await writeFile(join(home, 'jars', `spark-core_2.13-${version}.jar`), '')
}
const stamp = { bytes: 1, arrangement: 1, installed_at: '' }

describe('Hadoop and Spark', () => {
  test('are those of the environment, else of the PATH, else of the cache', async () => {
    const folder = await tempLake()
    const cache = join(folder, 'cache')
    const env = { PATH: BASE, CINE_CACHE: cache }
    await expect(findHadoop(env)).rejects.toMatchObject({
      code: 'HADOOP_MISSING',
      details: { command: 'npx cine cluster install' },
    })
    await expect(findSpark(env)).rejects.toMatchObject({ code: 'SPARK_MISSING' })

    await mkdir(join(cache, 'hadoop-3.5.0'), { recursive: true })
    await writeStamp(join(cache, 'hadoop-3.5.0'), { version: '3.5.0', ...stamp })
    await program(join(cache, 'spark-4.3.0', 'bin', 'python'), '')
    await sparkIn(join(cache, 'spark-4.3.0', 'lib', 'python3.11', 'site-packages', 'pyspark'), '4.3.0')
    // Without its stamp, it is half of one.
    await expect(findSpark(env)).rejects.toMatchObject({ code: 'SPARK_MISSING' })
    await writeStamp(join(cache, 'spark-4.3.0'), { version: '4.3.0', ...stamp })
    expect(await findHadoop(env)).toMatchObject({ version: '3.5.0', found_by: 'cache', kind: 'own' })
    expect(await findSpark(env)).toMatchObject({ version: '4.3.0', found_by: 'cache' })

    await sparkIn(join(folder, 'spark'), '3.5.6')
    const path = { ...env, PATH: `${join(folder, 'spark', 'bin')}:${BASE}` }
    expect(await findSpark(path)).toMatchObject({ version: '3.5.6', found_by: 'path' })

    await sparkIn(join(folder, 'own-spark'), '4.1.0')
    expect(await findSpark({ ...path, SPARK_HOME: join(folder, 'own-spark') })).toMatchObject({
      version: '4.1.0',
      setting: 'SPARK_HOME',
    })
    await expect(findSpark({ ...path, SPARK_HOME: folder })).rejects.toMatchObject({
      code: 'SPARK_HOME_WRONG',
    })

    await program(join(folder, 'hadoop', 'bin', 'hdfs'), '')
    await mkdir(join(folder, 'hadoop', 'share/hadoop/common'), { recursive: true })
    for (const jar of ['hadoop-common-3.3.6-tests.jar', 'hadoop-common-3.3.6.jar']) {
      await writeFile(join(folder, 'hadoop', 'share/hadoop/common', jar), '')
    }
    expect(await findHadoop({ ...env, HADOOP_HOME: join(folder, 'hadoop') })).toMatchObject({
      version: '3.3.6',
      kind: 'user',
      can_start: false,
      setting: 'HADOOP_HOME',
    })
  })
})

describe('the doctor', () => {
  test('works where there is nothing: each line says what mends it', async () => {
    const folder = await tempLake()
    const report = await doctor({
      PATH: join(folder, 'nothing'),
      CINE_CACHE: folder,
      CINE_CLUSTER_HOME: folder,
    })
    const codes = Object.fromEntries(report.checks.map(({ id, code }) => [id, code]))
    expect(report).toMatchObject({ ok: false, cluster: 'own' })
    expect(codes).toMatchObject({
      java: 'JAVA_MISSING',
      python: 'PYTHON_MISSING',
      maven: 'MAVEN_MISSING',
      hadoop: 'HADOOP_MISSING',
      spark: 'SPARK_MISSING',
      conf_dir: null,
      default_fs: null,
    })
    for (const { level, code, hint, message } of report.checks) {
      expect(message).toMatch(/\.$/)
      if (level === 'error') expect(code && hint).toBeTruthy()
    }
  })

  test('tells of settings that cannot be used, and goes on', async () => {
    const report = await doctor({ PATH: BASE, HADOOP_CONF_DIR: '/nowhere', CINE_CACHE: '/nowhere/cache' })
    expect(report.cluster).toBeNull()
    expect(report.checks.find(({ id }) => id === 'conf_dir')).toMatchObject({
      level: 'error',
      code: 'HADOOP_CONF_MISSING',
      fix: 'unset HADOOP_CONF_DIR',
    })
  })

  test('tells of a default file system that is not HDFS', async () => {
    const folder = await tempLake()
    await writeFile(join(folder, 'core-site.xml'), '<configuration/>')
    const report = await doctor({ PATH: BASE, HADOOP_CONF_DIR: folder, CINE_CACHE: folder })
    expect(report.checks.find(({ id }) => id === 'default_fs')).toMatchObject({
      code: 'CLUSTER_WRONG_FS',
      message: expect.stringContaining('file:///'),
    })
  })

  test('knows little memory and a system without daemons', () => {
    expect(lookAtPlatform('win32')).toMatchObject({ level: 'error', code: 'CLUSTER_PLATFORM' })
    expect(lookAtPlatform('linux').level).toBe('ok')
    const own = { kind: 'own' } as Parameters<typeof lookAtMemory>[0]
    expect(lookAtMemory(own, 1e9)).toMatchObject({ level: 'warning', code: 'MEMORY_LOW' })
    expect(lookAtMemory(own, 8e9).level).toBe('ok')
    expect(lookAtMemory(null, 1e9).level).toBe('ok')
  })
})

test.each([
  ['3.11.7', '3.11', true],
  ['3.9', '3.11', false],
  ['4.0.0-preview1', '3.5', true],
  ['3.5', '3.5.1', false],
])('%s is at least %s: %s', (one, other, expected) => {
  expect(atLeast(one, other)).toBe(expected)
})
