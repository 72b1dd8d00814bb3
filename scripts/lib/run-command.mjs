import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const MODULES = join(ROOT, 'node_modules')
/** The programs of packages that are started by name: npm does not mark all of them as executable. */
const PACKAGES = { vitest: 'vitest', playwright: '@playwright/test', 'electron-builder': 'electron-builder' }

/**
 * Runs a program with its output on the terminal and nothing on its standard input; the project's own Node
 * and programs come first on the PATH.
 * @returns {Promise<number>} its exit code; 127 when it is not there
 */
export async function runCommand(command, args, env = {}) {
  const path = [join(MODULES, '.bin'), join(MODULES, 'node', 'bin'), process.env.PATH].join(delimiter)
  const [program, ...rest] = await resolveProgram([command, ...args])
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: path },
    })
    child.once('error', () => resolve(127))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Replaces the name of a package's program, wherever it stands, by Node and the program's file. */
async function resolveProgram(words) {
  const at = words.findIndex((word) => Object.hasOwn(PACKAGES, word))
  if (at < 0) return words
  const name = words[at]
  const folder = join(MODULES, PACKAGES[name])
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return [...words.slice(0, at), 'node', join(folder, bin[name]), ...words.slice(at + 1)]
}
