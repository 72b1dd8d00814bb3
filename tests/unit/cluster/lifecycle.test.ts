import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HdfsState } from '../../../src/pipeline/api.ts'
import { propertiesOf } from '../../../src/pipeline/cluster/conf/read.ts'
import { fillIn, writeOwnConf, yarnShare } from '../../../src/pipeline/cluster/conf/write.ts'
import { stopProcess } from '../../../src/pipeline/cluster/daemons/stop.ts'
import { clusterHome } from '../../../src/pipeline/cluster/folders.ts'
import { script } from '../../../src/pipeline/cluster/lifecycle/bin.ts'
import { causeOfDeath, sinceStart } from '../../../src/pipeline/cluster/lifecycle/death.ts'
import { isFormatted } from '../../../src/pipeline/cluster/lifecycle/format.ts'
import { lastLines } from '../../../src/pipeline/cluster/lifecycle/log-tail.ts'
import { stuck } from '../../../src/pipeline/cluster/lifecycle/ready.ts'
import { USUAL_PORTS } from '../../../src/pipeline/cluster/ports.ts'
import { processIdentity } from '../../../src/pipeline/cluster/processes/identity.ts'
import { tempLake } from '../../helpers/lake.ts'

describe('the settings of our own cluster', () => {
  test('are whole: every name filled in, every port on this machine', async () => {
    const home = clusterHome({ CINE_CLUSTER_HOME: await tempLake() })
    await writeOwnConf(home, USUAL_PORTS)
    const files = (await readdir(home.conf)).filter((name) => name.endsWith('.xml'))
    expect(files.sort()).toEqual([
      'capacity-scheduler.xml',
      'core-site.xml',
      'hdfs-site.xml',
      'yarn-site.xml',
    ])
    const all = new Map<string, string>()
    for (const file of files) {
      const text = await readFile(join(home.conf, file), 'utf8')
      expect(text).not.toContain('{{')
      for (const [name, value] of propertiesOf(text, file)) all.set(name, value)
    }
    expect(all.get('fs.defaultFS')).toBe('hdfs://localhost:9000')
    expect(all.get('dfs.namenode.name.dir')).toBe(`file://${home.nameDir}`)
    const addresses = [...all].filter(([name]) => /address$|hostname$/.test(name) && !name.includes('client'))
    expect(addresses.length).toBeGreaterThan(12)
    for (const [name, value] of addresses) expect(value, name).toMatch(/^localhost(:\d+)?$/)
    for (const port of Object.values(USUAL_PORTS))
      expect([...all.values()].join(' '), `${port}`).toContain(`:${port}`)
  })

  test('escape what XML would misread, and refuse a template that asks for more', () => {
    expect(fillIn('<a>{{b}}</a>', { b: 'x<y & z>' })).toBe('<a>x&lt;y &amp; z&gt;</a>')
    expect(() => fillIn('{{nothing}}', {})).toThrow('asks for nothing')
  })

  test('refuse a folder that Hadoop would not understand', async () => {
    for (const odd of ['a b', 'a,b', 'a:b', "a'b", 'a$b']) {
      const home = clusterHome({ CINE_CLUSTER_HOME: `/tmp/${odd}` })
      await expect(writeOwnConf(home, USUAL_PORTS), odd).rejects.toMatchObject({ code: 'CLUSTER_HOME_PATH' })
    }
  })

  test.each([
    [4, 2048],
    [8, 4864],
    [24, 14592],
    [64, 39168],
  ])('on a machine of %i GB leave YARN %i MB', (gb, expected) => {
    expect(yarnShare(gb * 2 ** 30, 1)).toEqual({ memory_mb: expected, vcores: 2 })
  })

  test('come with tools whose words reach Hadoop as they were typed', async () => {
    const folder = await tempLake()
    const home = clusterHome({ CINE_CLUSTER_HOME: folder })
    await writeFile(join(folder, 'java'), '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 })
    const jvm = {
      home,
      java: { path: join(folder, 'java') } as Parameters<typeof script>[2]['java'],
      hadoop: '/h',
    }
    await writeFile(join(folder, 'hdfs'), script('hdfs', { dfs: 'some.Main' }, jvm), { mode: 0o755 })
    const { stdout } = await execa(join(folder, 'hdfs'), ['dfs', '-ls', '/a b', "it's"])
    expect(stdout.split('\n').slice(-4)).toEqual(['some.Main', '-ls', '/a b', "it's"])
    expect((await execa(join(folder, 'hdfs'), ['rm'], { reject: false })).exitCode).toBe(2)
  })
})

describe('a process', () => {
  async function running(script: string) {
    const child = execa('sh', ['-c', `${script}; echo ready; while :; do sleep 0.05; done`], {
      reject: false,
      buffer: false,
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const pid = child.pid ?? 0
    return { child, pid, identity: (await processIdentity(pid)) ?? '' }
  }

  test('is asked to end, then made to', async () => {
    const polite = await running('trap "exit 0" TERM')
    expect(await stopProcess({ ...polite, started_at: null }, 5000)).toBe('term')
    const deaf = await running('trap "" TERM')
    expect(await stopProcess({ ...deaf, started_at: null }, 300)).toBe('kill')
    expect((await deaf.child).signal).toBe('SIGKILL')
  })

  test('of the same number that started at another moment is left alone', async () => {
    const { pid } = await running(':')
    expect(await stopProcess({ pid, identity: 'another boot:1', started_at: null }, 100)).toBe('gone')
    expect(await processIdentity(pid)).not.toBeNull()
  })
})

describe('why a daemon ended', () => {
  test.each([
    [
      'java.net.BindException: Problem binding to [localhost:9000] java.net.BindException: Address already in use',
      'CLUSTER_PORT_TAKEN',
      'its port is in use (localhost:9000).',
    ],
    [
      'java.net.BindException: Port in use: localhost:9870',
      'CLUSTER_PORT_TAKEN',
      'its port is in use (localhost:9870).',
    ],
    [
      'java.io.IOException: Incompatible clusterIDs in /x/dfs/data: namenode clusterID = CID-1; datanode clusterID = CID-2',
      'HDFS_IDS_DIFFER',
      'its blocks belong to another name node.',
    ],
    [
      'java.io.IOException: NameNode is not formatted.',
      'HDFS_NAMENODE_DAMAGED',
      'NameNode is not formatted.',
    ],
    ['java.io.IOException: No space left on device', 'DISK_FULL', 'the disk is full.'],
    [
      'Error: LinkageError occurred while loading main class X\njava.lang.UnsupportedClassVersionError: X has been compiled by a more recent version',
      'JAVA_TOO_OLD',
      expect.stringContaining('UnsupportedClassVersionError'),
    ],
    ['Unrecognized option: --add-opens=java.base/java.lang=ALL-UNNAMED', 'JAVA_TOO_OLD', expect.any(String)],
    [
      'OpenJDK 64-Bit Server VM warning: There is insufficient memory for the Java Runtime Environment to continue.',
      'MEMORY_LOW',
      expect.any(String),
    ],
    [
      '2026 ERROR x: java.lang.IllegalStateException: odd',
      null,
      '2026 ERROR x: java.lang.IllegalStateException: odd',
    ],
    ['', null, 'it said nothing of why.'],
  ])('%s', (text, code, sentence) => {
    expect(causeOfDeath(text.split('\n'))).toMatchObject({ code, sentence })
  })

  test('is never what an earlier start said', () => {
    const log = [
      'STARTUP_MSG: Starting NameNode',
      'BindException: Port in use: localhost:1',
      'STARTUP_MSG: Starting NameNode',
      'all well',
    ]
    expect(causeOfDeath(sinceStart(log)).code).toBeNull()
    expect(sinceStart(['no start'])).toEqual(['no start'])
  })
})

describe('the name node', () => {
  test('is there, is not, or is half of one', async () => {
    const home = clusterHome({ CINE_CLUSTER_HOME: await tempLake() })
    expect(isFormatted(home)).toBe(false)
    await mkdir(join(home.nameDir, 'current'), { recursive: true })
    expect(() => isFormatted(home)).toThrow('is no whole name node')
    await writeFile(join(home.nameDir, 'current', 'VERSION'), '')
    expect(isFormatted(home)).toBe(true)
  })
})

describe('safe mode that does not end', () => {
  const state = (safe_mode_message: string) =>
    ({ safe_mode_message, missing_blocks: 3, live_datanodes: 0 }) as HdfsState
  test.each([
    [
      'Safe mode is ON. The reported blocks 0 needs additional 3 blocks to reach the threshold 0.9990 of total blocks 3.',
      'Blocks are missing: the DataNode',
    ],
    [
      'Safe mode is ON. It was turned on manually. Use "hdfs dfsadmin -safemode leave" to turn safe mode off.',
      'It was turned on by hand: /x/hdfs dfsadmin',
    ],
    [
      'Safe mode is ON. Resources are low on NN. Please add or free up more resources then turn off safe mode manually.',
      'The disk of the name node is nearly full',
    ],
  ])('%s', (said, hint) => {
    const error = stuck(state(said), 2000, '/x/hdfs')
    expect(error).toMatchObject({ code: 'HDFS_SAFE_MODE_STUCK', hint: expect.stringContaining(hint) })
    expect(error.message).toContain(said)
  })
  test('is something else when the NameNode is gone', () => {
    expect(stuck(null, 2000, 'hdfs').code).toBe('HDFS_UNREACHABLE')
  })
})

test('the last lines of a file are whole lines', async () => {
  const path = join(await tempLake(), 'log')
  expect(await lastLines(path, 5)).toEqual([])
  await writeFile(path, '')
  expect(await lastLines(path, 5)).toEqual([])
  await writeFile(path, 'one\ntwo\nthree\n')
  expect(await lastLines(path, 2)).toEqual(['two', 'three'])
  await writeFile(path, `${'x'.repeat(300 * 1024)}\nlast\nunfinished`)
  expect(await lastLines(path, 5)).toEqual(['last', 'unfinished'])
})
