/**
 * Loaded before the command (`node --import`): counts what it is about to change on the disk, and kills the process
 * with SIGKILL before change number `CINE_TEST_KILL_AT`, as a power cut would. Without that number it only writes how
 * many there were to `CINE_TEST_COUNT`. The product knows nothing of it: Node's own functions are wrapped.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const killAt = Number(process.env.CINE_TEST_KILL_AT ?? 0)
const countFile = process.env.CINE_TEST_COUNT
let changes = 0

function change() {
  changes++
  if (changes === killAt) process.kill(process.pid, 'SIGKILL')
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

const { DuckDBConnection } = await import('@duckdb/node-api')
const ownRun = DuckDBConnection.prototype.run
DuckDBConnection.prototype.run = async function run(sql, ...rest) {
  const writes = /^COPY/.test(sql)
  if (writes) change()
  const result = await ownRun.call(this, sql, ...rest)
  if (writes) change()
  return result
}

if (countFile) process.on('exit', () => fs.writeFileSync(countFile, String(changes)))
