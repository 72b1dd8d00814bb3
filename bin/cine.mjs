#!/usr/bin/env node
/**
 * Starts the `cine` command with a recent enough Node: this one, else the one among the dependencies.
 * Plain JavaScript that Node 20 understands, because an older Node may be the one that starts it.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = dirname(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname))
/** The first minors that run TypeScript as it is; anything after 23 does. */
const FIRST_MINOR = { 22: 18, 23: 6 }
/** Set for the Node that we start ourselves, so that it cannot start another one. */
const RESTARTED = 'CINE_RESTARTED'
const SIGNALS = ['SIGINT', 'SIGTERM']

if (isRecent(process.versions.node)) await runHere()
else if (process.env[RESTARTED]) fail('the Node among the dependencies is too old. Run `npm ci`.')
else await runWithOwnNode()

async function runHere() {
  keepEarlySignals()
  const module = await import('node:module')
  module.enableCompileCache?.()
  silenceTypeStripping()
  dieWithStarter()
  const source = join(ROOT, 'src', 'pipeline', 'cli', 'main.ts')
  const built = join(ROOT, 'out', 'main', 'cli.js')
  const main = [source, built].find((file) => existsSync(file))
  if (main) await import(pathToFileURL(main).href)
  else fail(`neither ${source} nor ${built} is there. Install the package again.`)
}

async function runWithOwnNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(ROOT, 'node_modules', 'node', 'bin', name)
  if (!existsSync(node)) {
    // A clone brings a Node along; what was installed from a package does not.
    const isClone = existsSync(join(ROOT, 'package-lock.json'))
    const remedy = isClone ? `Run \`npm ci\` in ${ROOT}.` : 'Install one from nodejs.org.'
    fail(`Node 22.18 or later is needed, this is ${process.versions.node}. ${remedy}`)
    return
  }
  const { spawn } = await import('node:child_process')
  const child = spawn(node, [join(ROOT, 'bin', 'cine.mjs'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [RESTARTED]: '1' },
  })
  // Ctrl-C already reached the child, a `kill` did not: it takes two of a kind at once for one.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => fail(`${node} could not be started: ${error.message}`))
  child.once('close', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const each of SIGNALS) process.removeAllListeners(each)
    if (SIGNALS.includes(signal)) interrupted()
    else process.kill(process.pid, signal)
  })
}

/** A signal that comes while the command is still being read does not end it: `interruptible` takes it over. */
function keepEarlySignals() {
  const early = {
    came: false,
    note: () => {
      early.came = true
    },
  }
  for (const signal of SIGNALS) process.on(signal, early.note)
  globalThis[Symbol.for('cine.early_signals')] = early
}

/** When the Node that started this one is killed outright, nothing must go on writing in its name. */
function dieWithStarter() {
  if (!process.env[RESTARTED] || !process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.channel.unref()
  delete process.env[RESTARTED]
}

/** Node 22 and 23 say that stripping types is experimental: of no use to who runs `cine`. */
function silenceTypeStripping() {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning, ...rest) => {
    const [options] = rest
    const type = typeof options === 'string' ? options : options?.type
    if (type !== 'ExperimentalWarning' || !/type stripping/i.test(String(warning)))
      emitWarning(warning, ...rest)
  }
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 23 || minor >= (FIRST_MINOR[major] ?? Number.POSITIVE_INFINITY)
}

/** Before it had begun: as the command itself ends when it is interrupted. */
function interrupted() {
  process.exitCode = 130
  const error = { code: 'CANCELLED', message: 'Interrupted.', hint: null, details: {} }
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error })}\n`)
}

function fail(sentence) {
  process.exitCode = 1
  const message = `cine cannot start: ${sentence}`
  if (process.argv.includes('--json'))
    process.stdout.write(
      `${JSON.stringify({ error: { code: 'NODE_TOO_OLD', message, hint: 'Run `npm ci`.', details: {} } })}\n`,
    )
  else process.stderr.write(`error: ${message}\n`)
}
