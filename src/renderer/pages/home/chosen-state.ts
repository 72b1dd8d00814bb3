import type { Params, Recognition } from '../../../pipeline/api.ts'

export interface ChosenFiles {
  files: Recognition[]
  /** One at most: every file in it that a header recognises is landed. */
  folder: string | null
}

export const nothingChosen: ChosenFiles = { files: [], folder: null }

/** Adds what was recognised; the same path again replaces what was said of it before. */
export function afterRecognition(chosen: ChosenFiles, found: Recognition[]): ChosenFiles {
  const folder = found.findLast(isFolder)?.path ?? chosen.folder
  const files = found.filter((each) => !isFolder(each))
  const kept = chosen.files.filter(({ path }) => !files.some((each) => each.path === path))
  return { folder, files: [...kept, ...files] }
}

function isFolder({ error }: Recognition): boolean {
  return error?.code === 'INGEST_IS_FOLDER'
}

export function without({ files, folder }: ChosenFiles, path: string): ChosenFiles {
  return { files: files.filter((each) => each.path !== path), folder: folder === path ? null : folder }
}

/** What the next run lands: the files that were recognised; the others would only fail. */
export function runParams({ files, folder }: ChosenFiles): Params<'pipeline.run'> {
  const known = files.filter(({ error }) => error === null).map(({ path }) => ({ path }))
  return { files: known, ...(folder === null ? {} : { from: folder }) }
}

export function isSomethingChosen(chosen: ChosenFiles): boolean {
  return chosen.folder !== null || chosen.files.some(({ error }) => error === null)
}
