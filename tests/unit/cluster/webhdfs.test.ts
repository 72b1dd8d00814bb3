import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HdfsClient, type HdfsStatus } from '../../../src/pipeline/cluster/hdfs/client.ts'
import { refusal, remoteException } from '../../../src/pipeline/cluster/hdfs/errors.ts'
import { fetchFile } from '../../../src/pipeline/cluster/hdfs/fetch-file.ts'
import { cleanPath, hdfsFolder, isInside } from '../../../src/pipeline/cluster/hdfs/paths.ts'
import { removeInside } from '../../../src/pipeline/cluster/hdfs/remove.ts'
import { sendFile } from '../../../src/pipeline/cluster/hdfs/send-file.ts'
import { WebHdfs } from '../../../src/pipeline/cluster/hdfs/webhdfs.ts'
import { httpServer } from '../../helpers/http-server.ts'
import { tempLake } from '../../helpers/lake.ts'

/** A server of this test, by its base address. */
const service = async (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  (await httpServer(answer)).url.origin
/** An address where nothing listens. */
async function deadAddress(): Promise<string> {
  const server = await httpServer(() => {})
  await server.close()
  return server.url.origin
}
function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const advice = { start: 'cine cluster up', hdfs: 'hdfs' }
const client = (...bases: string[]) => new HdfsClient(new WebHdfs({ bases, user: 'ann', advice }))
const exception = (name: string, message: string) => ({
  RemoteException: { exception: name, message: `${message}\n\tat stack` },
})
const status = (name: string, more: object = {}) => ({
  pathSuffix: name,
  type: 'FILE',
  length: 3,
  owner: 'ann',
  group: 'g',
  permission: '644',
  modificationTime: 0,
  blockSize: 512,
  replication: 1,
  ...more,
})

describe('a NameNode', () => {
  test('is asked with names as they are, and who asks', async () => {
    const urls: string[] = []
    const base = await service((request, response) => {
      urls.push(`${request.method} ${request.url}`)
      expect(request.headers['x-xsrf-header']).toBeTruthy()
      sendJson(response, { FileStatus: status('') })
    })
    const path = "/a b/50%/é+?#&;'"
    expect(await client(base).stat(path)).toMatchObject({ path, name: "é+?#&;'", bytes: 3, is_folder: false })
    const url = new URL(`http://x${urls[0]?.slice(4)}`)
    expect(decodeURIComponent(url.pathname)).toBe(`/webhdfs/v1${path}`)
    expect(Object.fromEntries(url.searchParams)).toEqual({ op: 'GETFILESTATUS', 'user.name': 'ann' })
  })

  test('that is gone or stands by gives way to the other, which is kept', async () => {
    let standby = 0
    const second = await service((_, response) => {
      standby++
      sendJson(
        response,
        exception('StandbyException', 'Operation category READ is not supported in state standby'),
        403,
      )
    })
    const third = await service((_, response) => sendJson(response, { FileStatus: status('') }))
    const hdfs = client(await deadAddress(), second, third)
    await hdfs.stat('/x')
    await hdfs.stat('/x')
    expect(standby).toBe(1)
    expect(hdfs.web.bases[0]).toBe(third)
  })

  test('that nobody reaches is told by its address', async () => {
    const dead = await deadAddress()
    await expect(client(dead).stat('/x')).rejects.toMatchObject({
      code: 'HDFS_UNREACHABLE',
      message: expect.stringContaining(new URL(dead).host),
      hint: expect.stringContaining('cine cluster up'),
    })
    await expect(client().stat('/x')).rejects.toMatchObject({ code: 'HDFS_UNREACHABLE' })
    await expect(client('http://no-such-host.invalid:9870').stat('/x')).rejects.toMatchObject({
      code: 'HDFS_UNREACHABLE',
    })
  })

  test('that asks for Kerberos is told', async () => {
    const base = await service(
      (_, response) => void response.writeHead(401, { 'www-authenticate': 'Negotiate' }).end('<html>'),
    )
    await expect(client(base).stat('/x')).rejects.toMatchObject({ code: 'HDFS_KERBEROS' })
  })

  test('lists page after page, as far as it is asked', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const base = await service((request, response) => {
      const after = new URL(request.url ?? '', 'http://x').searchParams.get('startAfter') ?? ''
      const rest = names.filter((name) => name > after)
      const page = rest.slice(0, 2).map((name) => status(name))
      sendJson(response, {
        DirectoryListing: {
          partialListing: { FileStatuses: { FileStatus: page } },
          remainingEntries: rest.length - page.length,
        },
      })
    })
    const all = await client(base).list('/x')
    expect(all.entries.map(({ path }) => path)).toEqual(names.map((name) => `/x/${name}`))
    expect(all.more).toBe(false)
    const some = await client(base).list('/', { limit: 3 })
    expect([some.entries.length, some.more, some.entries[0]?.path]).toEqual([3, true, '/a'])
  })

  test('answering a cancelled question is not waited for', async () => {
    const base = await service(() => {})
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    await expect(client(base).stat('/x', { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
  })
})

test.each([
  [
    'SafeModeException',
    'Cannot create file/x. Name node is in safe mode.\\nThe reported blocks',
    'HDFS_SAFE_MODE',
  ],
  [
    'RetriableException',
    'org.apache.hadoop.hdfs.server.namenode.SafeModeException: Cannot x. Name node is in safe mode.',
    'HDFS_SAFE_MODE',
  ],
  ['DSQuotaExceededException', 'The DiskSpace quota of /x is exceeded', 'HDFS_QUOTA'],
  ['NSQuotaExceededException', 'The NameSpace quota of /x is exceeded', 'HDFS_QUOTA'],
  ['AccessControlException', 'Permission denied: user=ann, access=WRITE', 'HDFS_PERMISSION'],
  ['FileNotFoundException', 'File /x does not exist.', 'HDFS_NOT_FOUND'],
  [
    'RemoteException',
    'File /x could only be written to 0 of the 1 minReplication nodes. There are 1 datanode(s) running and 1 node(s) are excluded',
    'HDFS_DISK_FULL',
  ],
  [
    'RemoteException',
    'File /x could only be written to 0 of the 1 minReplication nodes. There are 0 datanode(s) running',
    'HDFS_NO_DATANODE',
  ],
  [
    'IOException',
    'Failed to find datanode, suggest to check cluster health. excludeDatanodes=null',
    'HDFS_NO_DATANODE',
  ],
  ['InvalidPathException', 'Invalid path name Invalid file name: /a:b', 'HDFS_BAD_NAME'],
  ['PathIsNotEmptyDirectoryException', "`/x is non empty': Directory is not empty", 'HDFS_NOT_EMPTY'],
  ['OddException', 'something new', 'HDFS_REFUSED'],
])('%s: %s is %s', (name, message, code) => {
  const remote = remoteException(JSON.stringify(exception(name, message)))
  expect(remote?.message).toBe(message.split('\n')[0])
  const error = refusal(remote ?? { exception: '', message: '' }, 'sending x', advice)
  expect(error.code).toBe(code)
  expect(error.message).toContain('sending x')
  expect(error.hint).toBeTruthy()
})

test('an answer that tells of no error is none', () => {
  for (const body of ['', '<html>', '{}', '{"boolean":true}']) expect(remoteException(body), body).toBeNull()
})

/** A NameNode and DataNode in one: CREATE and OPEN lead back here, `data` answers for the DataNode. */
async function hdfsThat(
  data: (request: IncomingMessage, response: ServerResponse) => void,
  state: { live?: number; remaining?: number; safe?: string } = {},
) {
  const removed: string[] = []
  const base = await service((request, response) => {
    const url = new URL(request.url ?? '', base)
    const operation = url.searchParams.get('op') ?? ''
    if (url.pathname === '/data') return data(request, response)
    if (url.pathname === '/jmx') {
      const bean = url.search.includes('NameNodeInfo')
        ? { SoftwareVersion: '3', Safemode: state.safe ?? '', NumberOfMissingBlocks: 0 }
        : {
            CapacityTotal: 1e12,
            CapacityUsed: 0,
            CapacityRemaining: state.remaining ?? 1e12,
            NumLiveDataNodes: state.live ?? 1,
            NumDeadDataNodes: 0,
            FilesTotal: 1,
            BlocksTotal: 1,
          }
      return sendJson(response, { beans: [bean] })
    }
    if (operation === 'DELETE') removed.push(url.pathname)
    if (['CREATE', 'OPEN', 'GETFILECHECKSUM'].includes(operation))
      return sendJson(response, { Location: `${base}/data?op=${operation}` })
    if (operation === 'GETFILESTATUS')
      return sendJson(response, { FileStatus: status('', { length: 5_000_000 }) })
    if (operation === 'GETCONTENTSUMMARY') {
      return sendJson(response, {
        ContentSummary: {
          length: 0,
          fileCount: 0,
          directoryCount: 1,
          spaceConsumed: 0,
          quota: -1,
          spaceQuota: -1,
        },
      })
    }
    sendJson(response, { boolean: true })
  })
  return { hdfs: client(base), removed }
}

async function bigFile(): Promise<string> {
  const path = join(await tempLake(), 'big')
  await writeFile(path, Buffer.alloc(5_000_000, 7))
  return path
}
const send = async (hdfs: HdfsClient, signal?: AbortSignal) =>
  sendFile(hdfs, await bigFile(), '/lake/raw/big', { base: '/lake/raw', name: 'big', signal })

describe('sending', () => {
  test.each([
    ['breaks off', {}, 'HDFS_DATANODE_LOST'],
    ['breaks off in safe mode', { safe: 'Safe mode is ON. It was turned on manually.' }, 'HDFS_SAFE_MODE'],
    ['breaks off with no room left', { remaining: 1000 }, 'HDFS_DISK_FULL'],
    ['breaks off and is the last one', { live: 0 }, 'HDFS_NO_DATANODE'],
  ])('to a DataNode that %s, removes what it had begun', async (_, state, code) => {
    const { hdfs, removed } = await hdfsThat((request) => {
      request.once('data', () => request.socket.destroy())
    }, state)
    await expect(send(hdfs)).rejects.toMatchObject({ code, message: expect.stringContaining('sending big') })
    expect(removed).toEqual([expect.stringContaining('/lake/raw/.cine-tmp/')])
  })

  test('to a DataNode that refuses before it has everything, tells its reason', async () => {
    const { hdfs, removed } = await hdfsThat((request, response) => {
      request.once('data', () => {
        sendJson(
          response,
          exception('DSQuotaExceededException', 'The DiskSpace quota of /lake is exceeded'),
          403,
        )
        request.resume()
      })
    })
    await expect(send(hdfs)).rejects.toMatchObject({
      code: 'HDFS_QUOTA',
      message: expect.stringContaining('The DiskSpace quota'),
    })
    expect(removed).toHaveLength(1)
  })

  test('that arrives damaged is never moved into place', async () => {
    const { hdfs, removed } = await hdfsThat((request, response) => {
      if (request.method === 'PUT')
        return void request.resume().once('end', () => response.writeHead(201).end())
      const bytes = `000002000000000000000000${'ab'.repeat(16)}00000000`
      sendJson(response, { FileChecksum: { algorithm: 'MD5-of-0MD5-of-512CRC32C', bytes, length: 28 } })
    })
    await expect(send(hdfs)).rejects.toMatchObject({ code: 'HDFS_CORRUPT' })
    expect(removed).toHaveLength(1)
  })

  test('that is cancelled ends at once, and removes what it had begun', async () => {
    const stop = new AbortController()
    const { hdfs, removed } = await hdfsThat((request) => void request.once('data', () => stop.abort()))
    await expect(send(hdfs, stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(removed).toHaveLength(1)
  })
})

describe('fetching', () => {
  const file = {
    path: '/lake/x',
    name: 'x',
    bytes: 10,
    is_folder: false,
    has_checksum: false,
    block_size: 512,
  } as HdfsStatus

  test('a file that is cut short leaves nothing', async () => {
    const folder = await tempLake()
    for (const data of [
      (_: IncomingMessage, response: ServerResponse) => void response.end('12345'),
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 10 }).write('12345')
        setTimeout(() => response.destroy(), 50)
      },
    ]) {
      const { hdfs } = await hdfsThat(data)
      await expect(fetchFile(hdfs, file, join(folder, 'x'))).rejects.toMatchObject({
        code: expect.stringMatching(/^HDFS_(CORRUPT|DATANODE_LOST)$/),
      })
      expect(await readdir(folder)).toEqual([])
    }
  })

  test('an empty one makes an empty one', async () => {
    const folder = await tempLake()
    const { hdfs } = await hdfsThat((_, response) => void response.end())
    expect(await fetchFile(hdfs, { ...file, bytes: 0 }, join(folder, 'sub', 'x'))).toBe(true)
    expect(await readFile(join(folder, 'sub', 'x'), 'utf8')).toBe('')
  })
})

describe('a path', () => {
  test.each([
    ['/datalake/raw', 'hdfs://nn:1/datalake/raw', null],
    ['/datalake//raw/', 'hdfs://nn:1/datalake/raw', null],
    ['hdfs://other:9000/x', 'hdfs://other:9000/x', 'other:9000'],
    ['hdfs:///x', 'hdfs://nn:1/x', null],
    ['webhdfs://other:9870/x/y', 'webhdfs://other:9870/x/y', 'other:9870'],
  ])('%s is %s', (value, uri, authority) => {
    expect(hdfsFolder(value, 'HDFS_RAW', 'hdfs://nn:1')).toMatchObject({ uri, authority })
  })

  test.each([
    '/',
    '',
    'relative',
    'hdfs://host',
    'hdfs://host/',
    '/a/../..',
    '/a/../b',
    's3://bucket/x',
    'file:///x',
  ])('such as %j is no folder of the lake', (value) => {
    expect(() => hdfsFolder(value, 'HDFS_RAW', 'hdfs://nn:1')).toThrow('HDFS_RAW is')
  })

  test('is inside another only below it', () => {
    expect(isInside('/a/b', '/a')).toBe(true)
    for (const path of ['/a', '/a/', '/ab', '/', '/b/a']) expect(isInside(path, '/a'), path).toBe(false)
    expect(cleanPath('/a//b/')).toBe('/a/b')
    for (const path of ['a', '/a/../b', '/a\0b', ''])
      expect(() => cleanPath(path), path).toThrow('no absolute path')
  })

  test.each([
    '/',
    '/datalake',
    '/datalake/raw',
    '/datalake/curated/',
    '/tmp/x',
    '/datalake2/x',
    '/datalake/../etc',
    '/user',
  ])('%s is never removed', async (path) => {
    const { hdfs, removed } = await hdfsThat(() => {})
    const bases = ['/datalake', '/datalake/raw', '/datalake/curated']
    await expect(
      removeInside(hdfs, path, bases, { recursive: true, signal: undefined }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(HDFS_GUARDED|USAGE)$/),
    })
    expect(removed).toEqual([])
    expect(await removeInside(hdfs, '/datalake/raw//x', bases, { recursive: true, signal: undefined })).toBe(
      '/datalake/raw/x',
    )
  })
})
