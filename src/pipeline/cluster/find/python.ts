import { execa } from 'execa'
import { CineError } from '../../errors.ts'
import { atLeast, PYTHON_MINIMUM } from '../versions.ts'
import { isProgram, onPath, packageProblem, type Tool } from './tool.ts'

export interface Python extends Tool {
  /** Whether it can make a virtual environment with pip in it (Debian leaves that to a package). */
  has_venv: boolean
}

const NAMES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']
const PACKAGES = { apt: 'python3 python3-venv', dnf: 'python3', brew: 'python@3.12' }
/** Its own path too: what lies on the PATH may be a shim whose answer depends on the folder. */
const ASK = `import importlib.util, platform, sys
print(platform.python_version())
print(sys.executable)
print(all(importlib.util.find_spec(name) for name in ('venv', 'ensurepip')))`

/**
 * The Python that Spark's drivers and workers run on: `PYSPARK_PYTHON`, else the first on the PATH that is
 * recent enough, else the first. Throws `PYTHON_MISSING`, `PYSPARK_PYTHON_WRONG`.
 */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<Python> {
  if (env.PYSPARK_PYTHON) return namedPython(env.PYSPARK_PYTHON, env)
  let first: Python | null = null
  for (const name of NAMES) {
    const path = await onPath([name], env)
    const python = path ? await ask(path, env) : null
    if (!python) continue
    if (atLeast(python.version, PYTHON_MINIMUM)) return python
    first ??= python
  }
  if (first) return first
  throw await packageProblem('PYTHON_MISSING', 'No Python was found on the PATH.', PACKAGES, env)
}

/** As `findPython`, able to make Spark's virtual environment. Throws `PYTHON_TOO_OLD`, `PYTHON_NO_VENV` too. */
export async function requirePython(env: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const python = await findPython(env)
  if (!atLeast(python.version, PYTHON_MINIMUM)) {
    throw await packageProblem(
      'PYTHON_TOO_OLD',
      `Python ${python.version} (${python.path}) is too old: Spark needs ${PYTHON_MINIMUM} or later.`,
      PACKAGES,
      env,
      'Then name it: PYSPARK_PYTHON=/path/to/python3.',
    )
  }
  if (!python.has_venv) {
    throw await packageProblem(
      'PYTHON_NO_VENV',
      `Python ${python.version} (${python.path}) cannot make virtual environments: its venv or ensurepip is missing.`,
      { ...PACKAGES, apt: 'python3-venv' },
      env,
    )
  }
  return python
}

async function namedPython(name: string, env: NodeJS.ProcessEnv): Promise<Python> {
  const path = name.includes('/') ? ((await isProgram(name)) ? name : null) : await onPath([name], env)
  const python = path ? await ask(path, env) : null
  if (python) return { ...python, found_by: 'environment', setting: 'PYSPARK_PYTHON' }
  throw new CineError('PYSPARK_PYTHON_WRONG', `PYSPARK_PYTHON is ${name}, which is no Python that runs.`, {
    hint: `Set it to a Python ${PYTHON_MINIMUM} or later, or unset it.`,
    details: { command: 'unset PYSPARK_PYTHON', setting: 'PYSPARK_PYTHON' },
  })
}

async function ask(path: string, env: NodeJS.ProcessEnv): Promise<Python | null> {
  const { stdout, failed } = await execa(path, ['-c', ASK], {
    env,
    extendEnv: false,
    reject: false,
    timeout: 30_000,
  })
  const [version = '', executable = '', venv] = stdout?.split('\n') ?? []
  if (failed || !/^\d+\.\d+/.test(version)) return null
  return { path: executable || path, version, has_venv: venv === 'True', found_by: 'path', setting: null }
}
