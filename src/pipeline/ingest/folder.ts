import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CineError, toCineError } from '../errors.ts'
import { isArchiveName, isTableName } from './content/entry-names.ts'

/**
 * The files of a folder that may be tables or hold some, by their names, sorted; not those of its subfolders.
 * Links are followed: a dump may lie on another disk.
 * Throws `INGEST_NOT_FOUND`, `INGEST_NOT_A_FOLDER`, `INGEST_NOTHING_FOUND`.
 */
export async function listFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error) => {
    throw folderError(error, folder)
  })
  const paths = names
    .filter((name) => isTableName(name) || isArchiveName(name))
    .sort()
    .map((name) => join(folder, name))
  const files: string[] = []
  // A broken link stays in the list: landing it says what is wrong with it.
  for (const path of paths) if (!(await stat(path).catch(() => null))?.isDirectory()) files.push(path)
  if (files.length > 0) return files
  throw new CineError('INGEST_NOTHING_FOUND', `There is no table in ${folder}.`, {
    hint: 'Looked for .csv, .tsv, .txt, .gz and .zst of them, and .zip, not in subfolders.',
    details: { folder },
  })
}

function folderError(error: unknown, folder: string): CineError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT')
    return new CineError('INGEST_NOT_FOUND', `There is no folder ${folder}.`, {
      hint: 'Check the path; a relative one starts from the folder the command was run in.',
      details: { folder },
      cause: error,
    })
  if (code === 'ENOTDIR')
    return new CineError('INGEST_NOT_A_FOLDER', `${folder} is not a folder.`, {
      hint: `To land one file: cine ingest SOURCE=${folder}`,
      details: { folder },
      cause: error,
    })
  return toCineError(error)
}
