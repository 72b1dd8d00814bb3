import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { cacheFolder } from '../../scripts/lib/cache.mjs'

/** The Python of an environment of our own, in the cache, with what the requirements name; made once. Throws
 * when there is no Python 3 or the packages cannot be had. */
export async function pythonWith(requirements: string): Promise<string> {
  const wanted = await readFile(requirements, 'utf8')
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 8)
  const folder = join(cacheFolder(), `bench-python-${hash}`)
  const python = join(folder, 'bin', 'python')
  const ready = join(folder, 'ready')
  if (existsSync(ready)) return python
  await rm(folder, { recursive: true, force: true })
  console.error(`Installing ${wanted.trim().split('\n').join(', ')} into ${folder}`)
  await execa('python3', ['-m', 'venv', folder])
  await execa(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
  await writeFile(ready, wanted)
  return python
}

/** A package of that Python, with its version. */
export async function pythonLabel(python: string, name: string): Promise<string> {
  const { stdout } = await execa(python, [
    '-c',
    'import sys, importlib.metadata as m; print(m.version(sys.argv[1]))',
    name,
  ])
  return `${name} ${stdout.trim()}`
}
