/** Names that tables come under; anything may be packed by gzip or Zstandard as well. */
const TABLE = /^[^.].*\.(csv|tsv|tab|psv|txt)(\.(gz|zst|zstd))?$/is
/** Texts that lie beside tables and are none. */
const PROSE = /^(readme|licen[cs]e|copying|notice|changelog|changes|citation|authors)([ ._-].*)?\.txt$/is

/** Whether a file of this name (without its folders) may be a table. */
export function isTableName(name: string): boolean {
  return TABLE.test(name) && !PROSE.test(name)
}

/** Whether a file of this name may hold tables. */
export function isArchiveName(name: string): boolean {
  return /^[^.].*\.zip$/is.test(name)
}

/**
 * The last part of an entry's path, fit to be a file's name anywhere: whatever the archive says, it names a
 * file in the folder it is put into. An empty name becomes `data.csv`.
 */
export function entryFileName(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const name = (path.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f:*?"<>|]/g, '_').trim()
  return /^\.*$/.test(name) ? 'data.csv' : name
}

/** Whether an entry is what a packer adds of its own: hidden files, macOS' resource forks. */
export function isPackersOwn(path: string): boolean {
  return path.split(/[/\\]/).some((part) => part === '__MACOSX' || /^\.[^./\\]/.test(part))
}
