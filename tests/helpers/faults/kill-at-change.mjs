/**
 * Loaded before the command (`node --import`): counts what it is about to change on the disk, and kills the process
 * with SIGKILL before change number `CINE_TEST_KILL_AT`. Without that number it only writes how many there were to
 * `CINE_TEST_COUNT`. With `CINE_TEST_LAKE` and `CINE_TEST_DISK` it is a power cut: what would be left of the lake, were
 * everything dropped that was not flushed, is written into that folder, also when the command ends by itself. The
 * product knows nothing of it: Node's own functions are wrapped.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { DurableDisk } from './durable-disk.mjs'

const killAt = Number(process.env.CINE_TEST_KILL_AT ?? 0)
const countFile = process.env.CINE_TEST_COUNT
const { CINE_TEST_LAKE: lake, CINE_TEST_DISK: dumped } = process.env
let changes = 0

const disk = lake && dumped ? new DurableDisk(lake) : null

/** What the power cut itself writes is no change of the command's. */
let isOver = false

function change() {
  if (isOver) return
  changes++
  if (changes !== killAt) return
  isOver = true
  disk?.dump(dumped)
  process.kill(process.pid, 'SIGKILL')
}

function wrap(target, name, changesIt = () => true) {
  const own = target[name]
  target[name] = function wrapped(...args) {
    if (changesIt(...args)) change()
    return own.apply(this, args)
  }
}

const writes = (_path, flags = 'r') => flags !== 'r'
for (const name of ['rename', 'rm', 'mkdir', 'writeFile', 'unlink', 'mkdtemp']) wrap(fs.promises, name)
wrap(fs.promises, 'open', writes)
wrap(fs, 'openSync', writes)
for (const name of ['writeSync', 'createWriteStream']) wrap(fs, name)
syncBuiltinESMExports()

// What is done with an open file, and what DuckDB writes by itself: before it does, and after.
const handle = await fs.promises.open(process.execPath, 'r')
const proto = Object.getPrototypeOf(handle)
await handle.close()
for (const name of ['writeFile', 'sync']) wrap(proto, name)
if (disk) {
  const ownSync = proto.sync
  proto.sync = async function sync() {
    await ownSync.call(this)
    disk.flushed(this.fd)
  }
}

const { DuckDBConnection } = await import('@duckdb/node-api')
const ownRun = DuckDBConnection.prototype.run
DuckDBConnection.prototype.run = async function run(sql, ...rest) {
  const writes = /^COPY/.test(sql)
  if (writes) change()
  const result = await ownRun.call(this, sql, ...rest)
  if (writes) change()
  return result
}

process.on('exit', () => {
  isOver = true
  if (countFile) fs.writeFileSync(countFile, String(changes))
  disk?.dump(dumped)
})
