import { statSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files that the system asks to open: arguments that are files, whatever their names look like. Options and
 * their values are not, nor is the folder that a development Electron is started with. Desktops of Linux give addresses
 * (`file:///…`) in the place of paths.
 */
export function filesIn(argv: string[], cwd: string): string[] {
  const words = argv.slice(1).filter((word, at, all) => !word.startsWith('-') && all[at - 1] !== '--lake')
  return words.map((word) => pathOf(word, cwd)).filter(isFile)
}

function pathOf(word: string, cwd: string): string {
  if (/^file:\/\//i.test(word))
    try {
      return fileURLToPath(word)
    } catch {
      // Of another machine, or none at all: the name of a file, perhaps.
    }
  return isAbsolute(word) ? word : resolve(cwd, word)
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Keeps what is to be opened until a page listens: the system says it before there is one. */
export class OpenedFiles {
  #waiting: string[]
  #tell: ((paths: string[]) => void) | null = null

  constructor(paths: string[]) {
    this.#waiting = paths
  }

  add(paths: string[]): void {
    this.#waiting.push(...paths)
    this.#flush()
  }

  /** A page listens from now on, in the place of the one before it. */
  listen(tell: (paths: string[]) => void): void {
    this.#tell = tell
    this.#flush()
  }

  /** The page is gone. */
  leave(): void {
    this.#tell = null
  }

  #flush(): void {
    if (!this.#tell || this.#waiting.length === 0) return
    this.#tell(this.#waiting.splice(0))
  }
}
