import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mavenCause } from '../../../src/pipeline/cluster/install/hadoop.ts'
import { areThere, type Jar, readJarList, verifyJars } from '../../../src/pipeline/cluster/install/jars.ts'
import { pipCause } from '../../../src/pipeline/cluster/install/spark.ts'
import { runStep } from '../../../src/pipeline/cluster/install/step.ts'
import { HADOOP_VERSION, SPARK_VERSION } from '../../../src/pipeline/cluster/versions.ts'
import { resourcePath } from '../../../src/pipeline/resources.ts'
import { tempLake } from '../../helpers/lake.ts'

test('the versions are those of the shipped lists', async () => {
  const { hadoop, jars } = await readJarList()
  const pom = await readFile(resourcePath('hadoop', 'pom.xml'), 'utf8')
  const requirements = await readFile(resourcePath('spark', 'requirements.txt'), 'utf8')
  expect(hadoop).toBe(HADOOP_VERSION)
  expect(pom).toContain(`<hadoop.version>${HADOOP_VERSION}</hadoop.version>`)
  expect(requirements).toContain(`pyspark==${SPARK_VERSION} --hash=sha256:`)
  const names = jars.map(({ name }) => name)
  for (const artifact of [
    'hadoop-hdfs',
    'hadoop-yarn-server-resourcemanager',
    'hadoop-yarn-server-nodemanager',
  ]) {
    expect(names).toContain(`org.apache.hadoop:${artifact}`)
  }
  expect(new Set(jars.map(({ file }) => file)).size).toBe(jars.length)
})

describe('jars', () => {
  const content = (name: string) => Buffer.from(`content of ${name}`)
  const jar = (name: string): Jar => ({
    file: `${name}-1.jar`,
    name: `org.example:${name}`,
    version: '1',
    bytes: content(name).length,
    sha256: createHash('sha256').update(content(name)).digest('hex'),
  })

  test('that are not what was published are named, and removed so that they are fetched again', async () => {
    const folder = await tempLake()
    const jars = [jar('good'), jar('altered'), jar('missing')]
    await writeFile(join(folder, 'good-1.jar'), content('good'))
    await writeFile(join(folder, 'altered-1.jar'), content('ALTERED'))
    // In its size alone it looks right.
    expect(await areThere(folder, jars.slice(0, 2))).toBe(true)
    expect(await areThere(folder, jars)).toBe(false)
    const done: number[] = []
    await expect(verifyJars(folder, jars, (n) => done.push(n))).rejects.toMatchObject({
      code: 'INSTALL_ALTERED',
      message: expect.stringMatching(
        /altered-1\.jar \(and 1 more\) is not the file .* org\.example:altered 1/,
      ),
    })
    expect(done).toEqual([1, 2, 3])
    expect(await readdir(folder)).toEqual(['good-1.jar'])
    await verifyJars(folder, [jar('good')], () => {})
  })
})

describe('what went wrong', () => {
  test('is found in what Maven says', () => {
    const offline = `[INFO] Scanning for projects...
[INFO] BUILD FAILURE
[ERROR] Plugin org.apache.maven.plugins:maven-dependency-plugin:3.8.1 or one of its dependencies could not be resolved: Failed to read artifact descriptor for org.apache.maven.plugins:maven-dependency-plugin:jar:3.8.1: Could not transfer artifact org.apache.maven.plugins:maven-dependency-plugin:pom:3.8.1 from/to central (https://repo.maven.apache.org/maven2): transfer failed for https://repo.maven.apache.org/maven2/org/apache/maven-dependency-plugin-3.8.1.pom: Connect to 127.0.0.1:9 [/127.0.0.1] failed: Connection refused -> [Help 1]
[ERROR]
[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.`
    expect(mavenCause(offline.split('\n'))).toBe('Connection refused (https://repo.maven.apache.org/maven2)')
    expect(
      mavenCause(['[ERROR] Unknown lifecycle phase "x". You must specify a valid one -> [Help 1]']),
    ).toBe('Unknown lifecycle phase "x". You must specify a valid one')
    expect(mavenCause(['[INFO] all is well'])).toBeNull()
  })

  test('is found in what pip says', () => {
    const refused = `WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPConnection object at 0x7f8e>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/setuptools/
ERROR: Could not find a version that satisfies the requirement setuptools==84.2.1 (from versions: none)
ERROR: No matching distribution found for setuptools==84.2.1`
    expect(pipCause(refused.split('\n'))).toBe('Errno 111 Connection refused (/simple/setuptools/)')
    const altered = `ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated…
    py4j==0.10.9.9 from https://files.example/py4j.whl:
        Expected sha256 aa
             Got        bb`
    expect(pipCause(altered.split('\n'))).toMatch(/its hash differs.*py4j==0\.10\.9\.9/)
    expect(pipCause(['Collecting x', 'error: command failed', ''])).toBe('command failed')
    expect(
      pipCause(['ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)']),
    ).toBe('no registry offers x==1')
    expect(pipCause([])).toBeNull()
  })

  test.each([
    ['echo "[ERROR] x: Connection refused"; exit 1', 'INSTALL_OFFLINE'],
    ['echo "OSError: [Errno 28] No space left on device" >&2; exit 1', 'DISK_FULL'],
    ['echo something else; exit 3', 'INSTALL_FAILED'],
    ['kill -9 $$', 'INSTALL_FAILED'],
  ])('of %s is %s', async (script, code) => {
    const seen: string[] = []
    const step = runStep({ env: { PATH: '/usr/bin:/bin' } }, 'sh', ['/bin/sh', '-c', script], {
      onLine: (line) => seen.push(line),
      causeOf: (lines) => lines.at(-1) ?? null,
    })
    await expect(step).rejects.toMatchObject({ code, details: { output: seen } })
  })

  test('when it was stopped, is that', async () => {
    const stop = new AbortController()
    const step = runStep(
      { env: { PATH: '/usr/bin:/bin' }, signal: stop.signal },
      'sh',
      ['/bin/sh', '-c', 'echo on; exec sleep 60'],
      {
        onLine: () => stop.abort(),
        causeOf: () => null,
      },
    )
    await expect(step).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

test('an installation that the user has of his own is left alone', async () => {
  const { install } = await import('../../../src/pipeline/cluster/index.ts')
  const folder = await tempLake()
  for (const file of ['hadoop/bin/hdfs', 'spark/bin/spark-submit', 'spark/jars/spark-core_2.13-4.1.0.jar']) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), '')
  }
  const parts: string[] = []
  const result = await install({
    env: {
      CINE_CACHE: join(folder, 'cache'),
      HADOOP_HOME: join(folder, 'hadoop'),
      SPARK_HOME: join(folder, 'spark'),
    },
    onPart: (part, state) => parts.push(`${part} ${state}`),
  })
  expect(result).toMatchObject({ hadoop: { status: 'yours' }, spark: { status: 'yours', version: '4.1.0' } })
  expect(parts).toEqual(['hadoop running', 'hadoop unchanged', 'spark running', 'spark unchanged'])
})
