/**
 * A model of what a disk still has after a power cut, the strictest that the standard allows: the content that a file
 * had when it was last flushed (nothing, when it never was), under the names that its folder had when that was last
 * flushed. Everything of the folder is taken for flushed at the beginning.
 */
import fs from 'node:fs'
import { join } from 'node:path'

const { closeSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } = fs

export class DurableDisk {
  #root
  /** What was flushed, by inode: bytes of a file, names with inodes of a folder. */
  #contents = new Map()
  #folders = new Map()

  constructor(root) {
    this.#root = root
    this.#flushAll(root)
  }

  /** A file or a folder was flushed. SQLite flushes its own files, which is not seen here: they are taken as flushed. */
  flushed(descriptor) {
    const stats = fstatSync(descriptor)
    const path = `/proc/self/fd/${descriptor}`
    if (stats.isDirectory()) this.#folders.set(stats.ino, entriesOf(path))
    else if (stats.isFile()) this.#contents.set(stats.ino, readFileSync(path))
  }

  /** Writes what is left after a cut at this moment into a new folder. */
  dump(target) {
    this.#write(lstatSync(this.#root).ino, target)
  }

  #flushAll(path) {
    const stats = lstatSync(path)
    if (!stats.isDirectory()) return this.#flushFile(path)
    const entries = entriesOf(path)
    this.#folders.set(stats.ino, entries)
    for (const name of entries.keys()) this.#flushAll(join(path, name))
  }

  #flushFile(path) {
    const descriptor = openSync(path, 'r')
    this.flushed(descriptor)
    closeSync(descriptor)
  }

  #write(ino, target) {
    mkdirSync(target)
    for (const [name, entry] of this.#folders.get(ino) ?? []) {
      const path = join(target, name)
      if (entry.isFolder) this.#write(entry.ino, path)
      else writeFileSync(path, this.#contents.get(entry.ino) ?? '')
    }
  }
}

function entriesOf(path) {
  const entries = new Map()
  for (const name of readdirSync(path)) {
    const stats = lstatSync(join(path, name))
    if (stats.isDirectory() || stats.isFile())
      entries.set(name, { ino: stats.ino, isFolder: stats.isDirectory() })
  }
  return entries
}
