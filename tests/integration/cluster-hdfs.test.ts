import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PurgeItem, PushedFile } from '../../src/pipeline/api.ts'
import { runningDaemons } from '../../src/pipeline/cluster/daemons/registry.ts'
import { clusterHome } from '../../src/pipeline/cluster/folders.ts'
import { openHdfs } from '../../src/pipeline/cluster/hdfs/open.ts'
import { pushLake } from '../../src/pipeline/cluster/index.ts'
import { resolveTarget } from '../../src/pipeline/cluster/target.ts'
import { clusterSkipReason, testCluster } from '../helpers/cluster.ts'

const reason = clusterSkipReason()
/** Over one block of HDFS, and enough for something to happen on the way. */
const BIG = 300e6

describe.skipIf(reason)(`HDFS${reason ? ` (${reason})` : ''}`, { timeout: 240_000 }, () => {
  const cluster = testCluster()
  const raw = () => join(cluster.home, 'lake', 'raw')
  const land = async (name: string, content: string | Uint8Array) => {
    const path = join(raw(), name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  const push = (env: Record<string, string> = {}) => cluster.cine(['cluster', 'push', '--json'], env)
  const states = (files: PushedFile[]) => Object.fromEntries(files.map(({ file, status }) => [file, status]))
  /** Without a JVM for each question, which takes its time. */
  const client = async () => openHdfs(await resolveTarget(cluster.env))
  /** Every file below the folder of raw data. */
  const listed = async () => (await (await client()).files('/datalake/raw')).map(({ path }) => path)
  const pidOf = async (name: 'namenode' | 'datanode') =>
    (await runningDaemons(clusterHome({ CINE_CLUSTER_HOME: cluster.home }))).get(name)?.pid ?? 0

  test('is started', async () => {
    const up = await cluster.cine(['cluster', 'up', '--json'])
    expect(up.json()).toMatchObject({ cluster: { state: 'running' } })
    await land('rt_movies/20260101T000000Z/movies.csv', 'id,title\n1,Amélie\n')
    await land('rt_movies/20260101T000000Z/movies_SUCCESS.json', '{"rows":1}')
    await land('rt_reviews/20260102T000000Z/reviews.csv', 'id,reviewId\n')
  })

  test('gets what it lacks, then nothing, then what was changed in it', async () => {
    const first = await push()
    expect(first.json()).toMatchObject({
      base: expect.stringMatching(/^hdfs:\/\/localhost:\d+\/datalake\/raw$/),
      bytes: 41,
    })
    // The marker goes after the data that it speaks for.
    expect(first.json().files.map(({ file, status }: PushedFile) => [file, status])).toEqual([
      ['rt_movies/20260101T000000Z/movies.csv', 'sent'],
      ['rt_reviews/20260102T000000Z/reviews.csv', 'sent'],
      ['rt_movies/20260101T000000Z/movies_SUCCESS.json', 'sent'],
    ])
    expect(await cluster.hdfs(['dfs', '-cat', '/datalake/raw/rt_movies/*/movies.csv'])).toBe(
      'id,title\n1,Amélie',
    )
    expect((await push()).json()).toMatchObject({ sent_bytes: 0 })

    // The same length, other bytes; and one that is gone.
    await writeFile(join(cluster.home, 'other.csv'), 'id,title\n1,Amelie!\n')
    await cluster.hdfs([
      'dfs',
      '-put',
      '-f',
      join(cluster.home, 'other.csv'),
      '/datalake/raw/rt_movies/20260101T000000Z/movies.csv',
    ])
    await (await client()).remove('/datalake/raw/rt_reviews/20260102T000000Z/reviews.csv', {
      recursive: false,
    })
    expect(states((await push()).json().files)).toEqual({
      'rt_movies/20260101T000000Z/movies.csv': 'sent',
      'rt_movies/20260101T000000Z/movies_SUCCESS.json': 'unchanged',
      'rt_reviews/20260102T000000Z/reviews.csv': 'sent',
    })
    expect(await cluster.hdfs(['dfs', '-cat', '/datalake/raw/rt_movies/*/movies.csv'])).toContain('Amélie')
  })

  test('takes names as they are, and brings them back the same', async () => {
    const names = ['a b.csv', "it's 50% +é#?&;.csv", '-rf.csv', '日本.csv', 'empty.csv']
    for (const name of names)
      await land(`odd/20260103T000000Z/${name}`, name === 'empty.csv' ? '' : `x,${name}\n`)
    expect(Object.values(states((await push()).json().files)).filter((each) => each === 'sent')).toHaveLength(
      names.length,
    )
    expect((await push()).json().sent_bytes).toBe(0)
    const here = join(cluster.home, 'got')
    const got = await cluster.cine(['cluster', 'get', '/datalake/raw/odd', here, '--json'])
    expect(got.json().files).toHaveLength(names.length)
    expect((await readdir(join(here, '20260103T000000Z'))).sort()).toEqual(names.toSorted())
    for (const name of names) {
      const [one, other] = await Promise.all([
        readFile(join(here, '20260103T000000Z', name)),
        readFile(join(raw(), 'odd/20260103T000000Z', name)),
      ])
      expect(one.equals(other), name).toBe(true)
    }
    // What is there is not fetched again, unless it is no longer whole.
    await truncate(join(here, '20260103T000000Z', 'a b.csv'), 3)
    const again = (await cluster.cine(['cluster', 'get', '/datalake/raw/odd', here, '--json'])).json().files
    expect(
      again
        .filter(({ status }: { status: string }) => status === 'fetched')
        .map(({ path }: { path: string }) => path),
    ).toEqual([
      expect.stringContaining('a b.csv'),
      // Without bytes there is no checksum to compare.
      expect.stringContaining('empty.csv'),
    ])
  })

  test('refuses a name that it cannot hold, and says which', async () => {
    await land('odd/20260104T000000Z/a:b.csv', 'x')
    onTestFinished(async () =>
      land('odd/20260104T000000Z/a:b.csv', 'x').then(() => removeLocal('odd/20260104T000000Z')),
    )
    expect((await push()).json().error).toMatchObject({
      code: 'HDFS_BAD_NAME',
      message: expect.stringContaining('a:b.csv'),
    })
    expect(await listed()).not.toContainEqual(expect.stringContaining('.cine-tmp/'))
  })

  test('is browsed and tidied, never above the lake', async () => {
    const listing = (await cluster.cine(['cluster', 'ls', '--json'])).json()
    expect(listing).toMatchObject({ path: '/datalake', parent: '/', more: false })
    expect(listing.entries.map(({ name }: { name: string }) => name)).toEqual(['curated', 'raw'])
    expect(listing.entries[1]).toMatchObject({ is_folder: true, permission: '775', bytes: 0 })
    for (const path of ['/', '/datalake', '/datalake/raw', '/tmp', '/user']) {
      const refused = await cluster.cine(['cluster', 'rm', path, '--recursive', '--yes', '--json'])
      expect(refused.json().error?.code, path).toBe('HDFS_GUARDED')
    }
    expect(
      (await cluster.cine(['cluster', 'rm', '/datalake/raw/odd', '--yes', '--json'])).json().error.code,
    ).toBe('HDFS_NOT_EMPTY')
    expect(
      (await cluster.cine(['cluster', 'rm', '/datalake/raw/odd', '--recursive', '--json'])).json().error.code,
    ).toBe('USAGE')
    expect(
      (await cluster.cine(['cluster', 'rm', '/datalake/raw/odd', '--recursive', '--yes', '--json'])).json(),
    ).toEqual({ removed: '/datalake/raw/odd' })
    expect(
      (await cluster.cine(['cluster', 'rm', '/datalake/raw/odd', '--yes', '--json'])).json().error.code,
    ).toBe('HDFS_NOT_FOUND')
    await removeLocal('odd')
  })

  describe('with a file of several blocks', () => {
    const name = 'big/20260105T000000Z/big.csv'
    beforeAll(async () => {
      if (reason) return
      await land(name, '')
      const out = createWriteStream(join(raw(), name))
      const block = Buffer.alloc(1e6, 'some,line,of,a,big,file\n')
      for (let written = 0; written < BIG; written += block.length) {
        block.writeUInt32LE(written, 8)
        if (!out.write(block)) await once(out, 'drain')
      }
      out.end()
      await once(out, 'close')
    }, 60_000)

    const direct = (options: Parameters<typeof pushLake>[1]) =>
      pushLake(raw(), { env: { ...process.env, ...cluster.env }, ...options })
    const nothingSeen = async () =>
      expect((await listed()).filter((path) => /big\.csv|cine-tmp\//.test(path))).toEqual([])

    test('cancelled on its way, nothing of it is seen', async () => {
      const stop = new AbortController()
      const work = direct({
        signal: stop.signal,
        onProgress: ({ file, bytes_done }) => file === name && bytes_done > 50e6 && stop.abort(),
      })
      await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
      await nothingSeen()
    })

    test('whose DataNode is killed on its way, says so; started again, takes it', async () => {
      const pid = await pidOf('datanode')
      let killed = false
      const work = direct({
        onProgress: ({ file, bytes_done }) => {
          if (killed || file !== name || bytes_done < 30e6) return
          killed = true
          process.kill(pid, 'SIGKILL')
        },
      })
      await expect(work).rejects.toMatchObject({
        code: 'HDFS_DATANODE_LOST',
        message: expect.stringContaining(`sending ${name}`),
        hint: expect.stringContaining('cine cluster up'),
      })
      await nothingSeen()
      // It is known to be gone before the NameNode has noticed.
      expect((await push()).json().error.code).toMatch(/^HDFS_(DATANODE_LOST|NO_DATANODE)$/)
      expect((await cluster.cine(['cluster', 'up', '--json'])).json().started).toEqual(['datanode'])
      const shares: number[] = []
      const result = await direct({
        onProgress: ({ bytes_done, bytes_total }) => shares.push(bytes_done / bytes_total),
      })
      expect(states(result.files)[name]).toBe('sent')
      expect(shares).toEqual(shares.toSorted((one, other) => one - other))
      expect(shares.at(-1)).toBe(1)
    })

    test('is compared without being sent again, over its three blocks', async () => {
      const again = await direct({})
      expect(again.sent_bytes).toBe(0)
    })

    test('whose disks have no room left, says so', async () => {
      await cluster.cine(['cluster', 'rm', '/datalake/raw/big', '--recursive', '--yes'])
      const restore = await restartDataNode(['-D', 'dfs.datanode.du.reserved=9000000000000000'])
      try {
        await expect(direct({})).rejects.toMatchObject({
          code: 'HDFS_DISK_FULL',
          hint: expect.stringContaining('cine cluster purge'),
        })
        await nothingSeen()
      } finally {
        await restore()
      }
    })

    test('whose NameNode is killed on its way, says so', async () => {
      const pid = await pidOf('namenode')
      let killed = false
      const work = direct({
        onProgress: ({ file, bytes_done }) => {
          if (killed || file !== name || bytes_done < 30e6) return
          killed = true
          process.kill(pid, 'SIGKILL')
        },
      })
      await expect(work).rejects.toMatchObject({
        code: 'HDFS_UNREACHABLE',
        hint: expect.stringContaining('cine cluster up'),
      })
      expect((await cluster.cine(['cluster', 'ls', '--json'])).json().error.code).toBe('HDFS_UNREACHABLE')
      expect((await cluster.cine(['cluster', 'up', '--json'])).json()).toMatchObject({
        started: ['namenode'],
        cluster: { state: 'running' },
      })
      // What had begun could not be taken away; readers do not see it, and as it is of a process that runs,
      // nobody takes it away yet.
      const left = (await listed()).filter((path) => /big\.csv|cine-tmp\//.test(path))
      expect(left).toEqual([expect.stringMatching(`/.cine-tmp/.*-${process.pid}-`)])
      await (await client()).remove(left[0] ?? '', { recursive: false })
      await removeLocal('big')
    })
  })

  test('in safe mode takes nothing, and says why', async () => {
    await land('late/20260106T000000Z/late.csv', 'x\n')
    await cluster.hdfs(['dfsadmin', '-safemode', 'enter'])
    const refused = await push()
    await cluster.hdfs(['dfsadmin', '-safemode', 'leave'])
    expect(refused.exitCode).toBe(1)
    expect(refused.json().error).toMatchObject({
      code: 'HDFS_SAFE_MODE',
      message: expect.stringMatching(
        /^HDFS is in safe mode and takes no changes \(sending late\/.*\): It was turned on manually/,
      ),
      hint: expect.stringContaining('dfsadmin -safemode leave'),
    })
    expect(await listed()).not.toContainEqual(expect.stringContaining('late'))
  })

  test.each([
    ['-setSpaceQuota', '1m', '-clrSpaceQuota'],
    ['-setQuota', '3', '-clrQuota'],
  ])('with its quota reached (%s) takes nothing more, and says which', async (set, value, clear) => {
    await cluster.hdfs(['dfsadmin', set, value, '/datalake/raw'])
    const refused = await push()
    await cluster.hdfs(['dfsadmin', clear, '/datalake/raw'])
    expect(refused.json().error).toMatchObject({
      code: 'HDFS_QUOTA',
      message: expect.stringContaining('/datalake/raw'),
      hint: expect.stringContaining('-setSpaceQuota'),
    })
    expect((await listed()).filter((path) => /late|cine-tmp\//.test(path))).toEqual([])
  })

  test('says who may not write where', async () => {
    const refused = await push({ HADOOP_USER_NAME: 'stranger' })
    expect(refused.json().error).toMatchObject({
      code: 'HDFS_PERMISSION',
      message: expect.stringMatching(/user=stranger, access=WRITE/),
      hint: expect.stringContaining('HADOOP_USER_NAME'),
    })
    expect(await listed()).not.toContainEqual(expect.stringContaining('late'))
    expect(states((await push()).json().files)['late/20260106T000000Z/late.csv']).toBe('sent')
  })

  test('takes away what a killed command has left there', async () => {
    const { pid } = await ended()
    const left = `/datalake/raw/.cine-tmp/${hostname()}-${pid}-01234567-89ab-cdef-0123-456789abcdef`
    const others = left.replace(hostname(), 'another-machine')
    await cluster.hdfs(['dfs', '-mkdir', dirname(left)])
    await cluster.hdfs(['dfs', '-touchz', left, others])
    await push()
    expect((await listed()).filter((path) => path.includes('.cine-tmp/'))).toEqual([others])
    await (await client()).remove(others, { recursive: false })
  })

  test('lists what work that is over has left, and removes only that', async () => {
    const over = 'application_1700000000000_0001'
    const left = {
      staging: `/user/${userInfo().username}/.sparkStaging/${over}`,
      run: '/datalake/curated/films/run_id=20260101T000000Z-broken',
      push: `/datalake/raw/.cine-tmp/${hostname()}-${(await ended()).pid}-01234567-89ab-cdef-0123-456789abcdef`,
    }
    const whole = '/datalake/curated/films/run_id=20260102T000000Z-whole'
    await cluster.hdfs(['dfs', '-mkdir', '-p', left.staging, left.run, whole, dirname(left.push)])
    await cluster.hdfs(['dfs', '-touchz', `${whole}/_SUCCESS`, left.push])
    const log = join(cluster.home, 'yarn', 'logs', over)
    const kept = join(cluster.home, 'logs', 'namenode.log')
    await mkdir(log, { recursive: true })
    await writeFile(`${kept}.1`, 'rolled')

    const listed = await cluster.cine(['cluster', 'purge', '--json'])
    const { items, ...rest } = listed.json()
    // What JVMs said before the last start is there as well, of those that were killed above.
    const others = items.filter(({ id }: PurgeItem) => !id.endsWith('.out.1'))
    expect(others.map(({ kind, id }: PurgeItem) => [kind, id])).toEqual([
      ['spark_staging', `hdfs:${left.staging}`],
      ['unfinished_push', `hdfs:${left.push}`],
      ['unfinished_run', `hdfs:${left.run}`],
      ['old_log', `local:${log}`],
      ['old_log', `local:${kept}.1`],
    ])
    expect(rest).toEqual({ removed: [], failed: [], freed_bytes: 0, hdfs_skipped: null })
    // Nobody can be asked here: nothing went.
    expect(await (await client()).stat(left.run)).not.toBeNull()

    const gone = (await cluster.cine(['cluster', 'purge', '--yes', '--json'])).json()
    expect(gone.removed).toEqual(items.map(({ id }: PurgeItem) => id))
    expect(gone.freed_bytes).toBe(items.reduce((sum: number, { bytes }: PurgeItem) => sum + bytes, 0))
    expect((await cluster.cine(['cluster', 'purge', '--json'])).json().items).toEqual([])
    for (const path of Object.values(left)) expect(await (await client()).stat(path), path).toBeNull()
    expect(await (await client()).stat(`${whole}/_SUCCESS`)).not.toBeNull()
    expect(existsSync(kept)).toBe(true)
  })

  test('tells what YARN runs, and says of an application that it does not know', async () => {
    expect((await cluster.cine(['cluster', 'apps', '--json'])).json()).toEqual({ applications: [] })
    const unknown = 'application_1700000000000_0001'
    for (const verb of [
      ['app', unknown],
      ['kill', unknown, '--yes'],
    ])
      expect((await cluster.cine(['cluster', ...verb, '--json'])).json().error).toMatchObject({
        code: 'YARN_NOT_FOUND',
        message: expect.stringContaining(unknown),
      })
    const wrong = await cluster.cine(['cluster', 'app', '../node', '--json'])
    expect(wrong.exitCode).toBe(2)
  })

  test('takes another folder by HDFS_RAW, made with its rights', async () => {
    const elsewhere = await push({ HDFS_RAW: '/elsewhere/raw' })
    expect(elsewhere.json()).toMatchObject({ base: expect.stringMatching(/\/elsewhere\/raw$/) })
    expect(await (await client()).stat('/elsewhere/raw')).toMatchObject({ permission: '775' })
    expect((await push({ HDFS_RAW: '/' })).exitCode).toBe(2)
  })

  test('without a NameNode is unreachable, by its address', async () => {
    await cluster.cine(['cluster', 'down'])
    const refused = await push()
    expect(refused.json().error).toMatchObject({
      code: 'HDFS_UNREACHABLE',
      message: expect.stringMatching(/Nothing listens on localhost:\d+/),
      hint: expect.stringContaining('cine cluster up'),
    })
    expect((await cluster.cine(['cluster', 'apps', '--json'])).json().error).toMatchObject({
      code: 'YARN_UNREACHABLE',
      hint: expect.stringContaining('cine cluster up'),
    })
    const purge = (await cluster.cine(['cluster', 'purge', '--json'])).json()
    expect(purge.hdfs_skipped).toBe('HDFS does not run: what lies there was not looked at.')
  })

  /** A process that was, and is no more. */
  async function ended() {
    const child = spawn('true', { stdio: 'ignore' })
    await once(child, 'exit')
    return child
  }

  async function removeLocal(name: string): Promise<void> {
    const { rm } = await import('node:fs/promises')
    await rm(join(raw(), name), { recursive: true, force: true })
  }

  /** Starts our DataNode again with more on its command line; gives what puts it back. */
  async function restartDataNode(more: string[]): Promise<() => Promise<void>> {
    const pid = await pidOf('datanode')
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replace(/\0$/, '').split('\0')
    process.kill(pid, 'SIGKILL')
    const odd = spawn(words[0] ?? '', [...words.slice(1), ...more], {
      detached: true,
      stdio: 'ignore',
      cwd: cluster.home,
    })
    odd.unref()
    for (let n = 0; n < 300; n++) {
      const status = (await cluster.cine(['cluster', 'status', '--json'])).json()
      if (status.daemons[1].state === 'running' && status.hdfs?.remaining_bytes === 0) break
      await sleep(200)
    }
    return async () => {
      process.kill(odd.pid ?? 0, 'SIGKILL')
      await sleep(300)
      await cluster.cine(['cluster', 'up'])
    }
  }
})
