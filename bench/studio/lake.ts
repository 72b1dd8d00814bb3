import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCine } from '../../tests/helpers/web.ts'
import { dataOf } from '../speed/data.ts'

/** A published lake of the generated files, made once and kept beside them. */
export async function lakeOf(scale: number, cache: string): Promise<string> {
  const lake = join(cache, `studio-lake-x${scale}`)
  if (existsSync(join(lake, 'curated', 'CURRENT.json'))) return lake
  const { folder } = await dataOf(scale)
  await runCine(['pipeline', '--from', folder, '--lake', lake, '--quiet'])
  return lake
}
