import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { CineError } from '../../errors.ts'

/** How a tool was found: a setting of the environment always wins, then the PATH, then our own folder. */
export type FoundBy = 'environment' | 'path' | 'cache'

export interface Tool {
  /** The program, or the folder for a tool of many programs. */
  path: string
  version: string
  found_by: FoundBy
  /** The setting that named it, such as `JAVA_HOME`; null otherwise. */
  setting: string | null
}

/** The first of these programs on the PATH, absolute; null when none is there. */
export async function onPath(names: readonly string[], env: NodeJS.ProcessEnv): Promise<string | null> {
  const ends = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const name of names) {
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
      for (const end of ends) {
        const file = join(folder, name + end)
        if (await isProgram(file)) return file
      }
    }
  }
  return null
}

export async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => stat(file).then((each) => each.isFile()),
    () => false,
  )
}

/** A tool that is missing or of no use, with the command that mends it. */
export function toolProblem(code: string, message: string, command: string, more = ''): CineError {
  return new CineError(code, message, {
    hint: `${more}${more ? ' ' : ''}Run: ${command}`,
    details: { command },
  })
}

/** What a tool is called by the package managers that differ. */
export interface Packages {
  apt: string
  dnf: string
  brew: string
}

/** A tool that a package of the system would mend. */
export async function packageProblem(
  code: string,
  message: string,
  packages: Packages,
  env: NodeJS.ProcessEnv,
  more = '',
): Promise<CineError> {
  const command = await installCommand(packages, env)
  if (command) return toolProblem(code, message, command, more)
  const hint = `Install ${packages.apt} with your system's package manager. ${more}`.trim()
  return new CineError(code, message, { hint })
}

async function installCommand(packages: Packages, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (process.platform === 'darwin') return `brew install ${packages.brew}`
  if (await onPath(['apt-get'], env)) return `sudo apt-get update && sudo apt-get install -y ${packages.apt}`
  if (await onPath(['dnf'], env)) return `sudo dnf install -y ${packages.dnf}`
  return null
}
