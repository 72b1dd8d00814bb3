import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../../scripts/lib/cache.mjs'
import { type Generated, generate } from '../generate/generate.ts'

/** To be raised when the generator gives other data, so that old files in the cache are made again. */
const VERSION = 2

export interface Data {
  folder: string
  generated: Generated
}

/** The made-up files of this size, kept in the cache from one run to the next. */
export async function dataOf(scale: number): Promise<Data> {
  const folder = join(cacheFolder(), 'bench-data', `v${VERSION}-x${scale}`)
  const told = `${folder}.json`
  if (existsSync(told)) return { folder, generated: JSON.parse(await readFile(told, 'utf8')) }
  console.error(`Making ×${scale} data in ${folder}`)
  await rm(folder, { recursive: true, force: true })
  const generated = await generate({ folder, scale })
  await writeFile(told, JSON.stringify(generated))
  return { folder, generated }
}
