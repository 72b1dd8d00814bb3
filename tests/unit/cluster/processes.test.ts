import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import { choosePorts, isFree, readPorts, USUAL_PORTS } from '../../../src/pipeline/cluster/ports.ts'
import { processIdentity, startTicks } from '../../../src/pipeline/cluster/processes/identity.ts'
import { listProcesses } from '../../../src/pipeline/cluster/processes/list.ts'
import { listeningSockets, portHolders } from '../../../src/pipeline/cluster/processes/port-holder.ts'
import { tempLake } from '../../helpers/lake.ts'

describe('a process', () => {
  const stat = (name: string, state: string) =>
    `42 (${name}) ${state} 1 42 42 0 -1 4194304 100 0 0 0 5 3 0 0 20 0 1 0 987654 1000 200 18446744073709551615`

  test('is told by when it started, whatever its name', () => {
    expect(startTicks(stat('java', 'S'))).toBe('987654')
    expect(startTicks(stat('a) R 1 (b c', 'S'))).toBe('987654')
  })

  test('that has ended but was not waited for does not run', () => {
    expect(startTicks(stat('java', 'Z'))).toBeNull()
  })

  test('has one identity while it runs, none afterwards', async () => {
    const child = execa('sleep', ['30'], { reject: false })
    const pid = child.pid ?? 0
    const identity = await processIdentity(pid)
    expect(identity).toMatch(/\d/)
    expect(await processIdentity(pid)).toBe(identity)
    expect(await processIdentity(process.pid)).not.toBe(identity)
    child.kill()
    await child
    expect(await processIdentity(pid)).toBeNull()
  })

  test('is found by its words', async () => {
    const mark = `37.${process.pid}`
    const child = execa('sleep', [mark], { reject: false, cwd: '/' })
    onTestFinished(() => void child.kill())
    const found = (await listProcesses()).find(({ args }) => args.includes(mark))
    expect(found).toMatchObject({ pid: child.pid, args: ['sleep', mark] })
  })
})

async function listenOn(port: number): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('ports', () => {
  test('in use are not free, and tell who holds them', async () => {
    const port = await listenOn(0)
    expect(await isFree(port)).toBe(false)
    expect(await portHolders([port])).toEqual(
      new Map([[port, { pid: process.pid, name: expect.any(String) }]]),
    )
  })

  test('are the usual ones until somebody takes one; then another is chosen and remembered', async () => {
    const path = join(await tempLake(), 'ports.json')
    expect(await readPorts(path)).toEqual(USUAL_PORTS)
    // Whether or not the usual one is free here, the remembered one is taken from now on.
    const { namenode_http: first } = await choosePorts(path, new Set())
    await listenOn(first)
    const second = await choosePorts(path, new Set())
    expect(second.namenode_http).toBeGreaterThanOrEqual(USUAL_PORTS.namenode_http + 10_000)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(second)
    expect(new Set(Object.values(second)).size).toBe(Object.keys(second).length)
    // A daemon of ours that runs keeps its own.
    await listenOn(second.namenode_http)
    expect((await choosePorts(path, new Set(['namenode_http']))).namenode_http).toBe(second.namenode_http)
  })

  test('that listen are told from the rest of the table', () => {
    const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:268E 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 55501 1 0 100 0 0 10 0
   1: 0100007F:268E 0100007F:A0B2 01 00000000:00000000 00:00000000 00000000     0        0 55502 1 0 100 0 0 10 0`
    expect(listeningSockets(table)).toEqual([['55501', 9870]])
  })
})
