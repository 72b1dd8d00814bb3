import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { execa } from 'execa'
import { onTestFinished } from 'vitest'

const BINARY = join(import.meta.dirname, '../../bin/cine.mjs')

export interface CineResult {
  exitCode: number | undefined
  stdout: string
  stderr: string
  /** The one JSON document on the standard output; throws when there is not exactly one. */
  // biome-ignore lint/suspicious/noExplicitAny: what the document holds is what the tests check
  json: () => any
}

export interface CineOptions {
  env?: Record<string, string>
  cwd?: string
}

/** Starts the real command, without a terminal, a display or the settings of who runs the tests. */
export function startCine(args: readonly string[], { env = {}, cwd }: CineOptions = {}) {
  const child = execa(process.execPath, [BINARY, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      CINE_CONFIG: process.env.CINE_CONFIG ?? '',
      LANG: 'C.UTF-8',
      ...env,
    },
    extendEnv: false,
    ...(cwd ? { cwd } : {}),
    reject: false,
    stdin: 'ignore',
    stripFinalNewline: false,
    maxBuffer: 200_000_000,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** Runs the real command to its end. */
export async function cine(args: readonly string[], options: CineOptions = {}): Promise<CineResult> {
  const { exitCode, stdout, stderr } = await startCine(args, options)
  return { exitCode, stdout, stderr, json: () => JSON.parse(stdout) }
}

/** The first whole line that a stream says; what it says until it ends when there is none. */
export function firstLine(stream: Readable): Promise<string> {
  let said = ''
  return new Promise((resolve) => {
    const done = () => resolve(said.split('\n')[0] ?? '')
    stream.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('\n')) done()
    })
    stream.once('end', done)
  })
}
