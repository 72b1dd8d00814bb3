import type { SparkCommand } from '../api.ts'

/** A command line for a POSIX shell, that can be pasted into a terminal. */
export function sparkCommandText({ environment, command }: SparkCommand): string {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`)
  return [...variables, ...command.map(quoted)].join(' \\\n  ')
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
