import { stripVTControlCharacters } from 'node:util'
import { execa } from 'execa'
import { onPath, packageProblem, type Tool } from './tool.ts'

const PACKAGES = { apt: 'maven', dnf: 'maven', brew: 'maven' }

/** Maven, which fetches the jars of Hadoop. Throws `MAVEN_MISSING`. */
export async function findMaven(env: NodeJS.ProcessEnv = process.env): Promise<Tool> {
  const path = await onPath(['mvn'], env)
  if (!path) {
    const why = 'Maven (mvn) is not on the PATH: it fetches the jars of Hadoop.'
    throw await packageProblem('MAVEN_MISSING', why, PACKAGES, env)
  }
  const { stdout } = await execa(path, ['--version'], {
    env,
    extendEnv: false,
    reject: false,
    timeout: 60_000,
  })
  const version = stripVTControlCharacters(stdout ?? '').match(/Apache Maven (\S+)/)?.[1] ?? 'unknown'
  return { path, version, found_by: 'path', setting: null }
}
