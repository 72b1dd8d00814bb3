import { CineError } from '../../errors.ts'
import type { HdfsClient } from './client.ts'
import { cleanPath, isInside } from './paths.ts'

/**
 * Removes a file or a folder of the lake. Only what lies inside one of these folders is: never one of
 * them, and nothing beside them. Throws `HDFS_GUARDED`, `HDFS_NOT_FOUND`, `HDFS_…`.
 */
export async function removeInside(
  hdfs: HdfsClient,
  path: string,
  bases: readonly string[],
  options: { recursive: boolean; signal?: AbortSignal | undefined },
): Promise<string> {
  const clean = cleanPath(path)
  const holdsOne = bases.some((base) => base === clean || isInside(base, clean))
  if (holdsOne || !bases.some((base) => isInside(clean, base))) {
    throw new CineError(
      'HDFS_GUARDED',
      `${clean} is ${holdsOne ? 'a folder of the lake itself' : 'not inside the lake on HDFS'}: it is not removed from here.`,
      {
        hint: `Only what lies in ${bases.join(' or ')} is. For anything else, use Hadoop’s own tool: hdfs dfs -rm`,
        details: { path: clean, bases: [...bases] },
      },
    )
  }
  if (await hdfs.remove(clean, options)) return clean
  throw new CineError('HDFS_NOT_FOUND', `HDFS has no ${clean}.`, {
    hint: 'Look at what there is: cine cluster ls',
  })
}
