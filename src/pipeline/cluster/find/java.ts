import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { CineError } from '../../errors.ts'
import { JAVA_MINIMUM } from '../versions.ts'
import { isProgram, onPath, packageProblem, type Tool } from './tool.ts'

export interface Java extends Tool {
  /** What `JAVA_HOME` must be for the programs we start. */
  home: string
  /** 17 of `17.0.15`, 8 of `1.8.0_402`. */
  major: number
}

const PACKAGES = { apt: 'openjdk-17-jre-headless', dnf: 'java-17-openjdk-headless', brew: 'openjdk@17' }

/**
 * The Java that `JAVA_HOME` names, else the one on the PATH. A `JAVA_HOME` that holds none is an error, not
 * a reason to take another. Throws `JAVA_HOME_WRONG`, `JAVA_MISSING`, `JAVA_BROKEN`.
 */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<Java> {
  const program = env.JAVA_HOME ? await javaOf(env.JAVA_HOME) : await onPath(['java'], env)
  if (!program) {
    const why = 'No Java was found: JAVA_HOME is not set, and no java is on the PATH.'
    throw await packageProblem('JAVA_MISSING', why, PACKAGES, env)
  }
  const settings = await askJava(program, env)
  if ('says' in settings) {
    throw await packageProblem('JAVA_BROKEN', `${program} does not run: ${settings.says}`, PACKAGES, env)
  }
  const setting = env.JAVA_HOME ? 'JAVA_HOME' : null
  return { path: program, ...settings, found_by: setting ? 'environment' : 'path', setting }
}

/** As `findJava`, and recent enough for the daemons. Throws `JAVA_TOO_OLD` as well. */
export async function requireJava(env: NodeJS.ProcessEnv = process.env): Promise<Java> {
  const java = await findJava(env)
  if (java.major >= JAVA_MINIMUM) return java
  throw await packageProblem(
    'JAVA_TOO_OLD',
    `Java ${java.version} (${java.path}) is too old: the cluster needs ${JAVA_MINIMUM} or later.`,
    PACKAGES,
    env,
    java.setting ? 'Then set JAVA_HOME to it, or unset JAVA_HOME.' : '',
  )
}

type JavaSettings = NonNullable<ReturnType<typeof javaSettings>>

/** A JVM is started for it only once in the life of this process, unless the program is replaced. */
const answers = new Map<string, JavaSettings>()

async function askJava(program: string, env: NodeJS.ProcessEnv): Promise<JavaSettings | { says: string }> {
  const { mtimeMs } = await stat(program)
  const key = `${program} ${mtimeMs}`
  const known = answers.get(key)
  if (known) return known
  const { all, failed } = await execa(program, ['-XshowSettings:properties', '-version'], {
    env,
    extendEnv: false,
    all: true,
    reject: false,
    timeout: 30_000,
  })
  const settings = javaSettings(all)
  if (failed || !settings) return { says: lastLine(all) }
  answers.set(key, settings)
  return settings
}

async function javaOf(home: string): Promise<string> {
  const program = join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java')
  if (await isProgram(program)) return program
  throw new CineError('JAVA_HOME_WRONG', `JAVA_HOME is ${home}, which holds no bin/java.`, {
    hint: 'Set JAVA_HOME to the folder of a Java (17 or later), or unset it.',
    details: { command: 'unset JAVA_HOME', setting: 'JAVA_HOME' },
  })
}

/** Reads `java -XshowSettings:properties -version`; null when it says no version. */
export function javaSettings(output: string): { version: string; home: string; major: number } | null {
  const property = (name: string) => output.match(new RegExp(`^\\s*${name} = (.+)$`, 'm'))?.[1]?.trim()
  const version = property('java\\.version')
  const home = property('java\\.home')
  if (!version || !home) return null
  const [first = 0, second = 0] = version.split(/[._+-]/).map(Number)
  return { version, home, major: first === 1 ? second : first }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() || 'it says nothing'
}
