import { join } from 'node:path'
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
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', ...env },
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
