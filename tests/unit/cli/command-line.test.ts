import { CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../../../src/pipeline/cli/program.ts'
import { asUsageError, usageError } from '../../../src/pipeline/cli/usage.ts'
import type { Act } from '../../../src/pipeline/cli/verb.ts'
import { verbFirst } from '../../../src/pipeline/cli/word-order.ts'
import { CineError } from '../../../src/pipeline/errors.ts'

/** Parses a line and gives what the verb would be called with, or the mistake. */
function parse(
  line: string[],
): { verb: string; options: Record<string, unknown>; args: string[] } | CineError {
  const calls: { verb: string; options: Record<string, unknown>; args: string[] }[] = []
  const act: Act = () =>
    async function action() {
      calls.push({ verb: this.name(), options: this.optsWithGlobals(), args: this.args })
    }
  const program = createProgram(act, () => {})
  const words = verbFirst(program, line)
  try {
    program.parse(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, program, words)
    throw error
  }
  return calls[0] ?? new CineError('NOT_CALLED', 'No verb was called.')
}

describe('a command line', () => {
  test.each([
    ['films --limit 5 --json', 'films', { limit: 5, json: true }],
    ['--json --limit 5 films', 'films', { limit: 5, json: true }],
    ['--lake films films', 'films', { lake: 'films' }],
    ['--search report reviews', 'reviews', { search: 'report' }],
    ['--json report --by decade timeline', 'timeline', { by: 'decade', json: true }],
    ['report timeline --lake=x --from-year -5', 'timeline', { lake: 'x', fromYear: -5 }],
    ['runs', 'list', {}],
    ['runs --json', 'list', { json: true }],
    ['films --genre Drama --genre Comedy', 'films', { genre: ['Drama', 'Comedy'] }],
    ['films --min-imdb 7.5', 'films', { minImdb: 7.5 }],
    ['etl', 'etl', { engine: 'local' }],
    ['dashboard --web --port 8080', 'dashboard', { web: true, port: 8080 }],
  ])('%s', (line, verb, options) => {
    expect(parse(line.split(' '))).toEqual({ verb, options, args: [] })
  })

  test('leaves what follows -- as it is', () => {
    expect(parse(['sql', '--', '--json'])).toMatchObject({ verb: 'sql', args: ['--json'] })
  })

  test.each([
    ['', 'What `cine` is to do was not said.', 'There are: ingest, etl, pipeline'],
    ['filns', "Unknown command 'filns'.", 'Did you mean films?'],
    ['--json filns', "Unknown command 'filns'.", 'Did you mean films?'],
    ['stroll', "Unknown command 'stroll'.", 'There are: ingest'],
    ['report', 'What `cine report` is to do was not said.', 'There are: correlation'],
    ['report genre', "Unknown command 'genre'.", 'Did you mean genres?'],
    ['runs shout', "Unknown command 'shout'.", 'Did you mean show?'],
    ['runs prune', "Required option '--keep <n>' not specified.", '`cine runs prune --help`'],
    ['films --limt 3', "Unknown option '--limt'.", 'Did you mean --limit?'],
    ['films --limit 3.5', 'It must be a whole number.', '`cine films --help`'],
    ['films --min-imdb high', 'It must be a number.', '`cine films --help`'],
    ['films --limit', "Option '--limit <n>' argument missing.", '`cine films --help`'],
    ['films a', 'Too many arguments', '`cine films --help`'],
    ['report timeline --by week', 'Allowed choices are year, decade.', '`cine report timeline --help`'],
    ['etl --engine spark', 'Allowed choices are local.', '`cine etl --help`'],
    ['sql', "Missing required argument 'select'.", '`cine sql --help`'],
  ])('mistake: %s', (line, message, hint) => {
    const error = parse(line === '' ? [] : line.split(' '))
    expect(error).toBeInstanceOf(CineError)
    expect(error).toMatchObject({ code: 'USAGE' })
    expect((error as CineError).message).toContain(message)
    expect((error as CineError).hint).toContain(hint)
  })

  test('a value that the contract refuses is named by its option', () => {
    const refused = (path: string) => asUsageError(new CineError('BAD_REQUEST', `${path}: Too big.`)).message
    expect(refused('filters.from_year')).toBe('--from-year: Too big.')
    expect(refused('filters.genres.0')).toBe('--genre: Too big.')
    expect(refused('n_rows')).toBe('--n-rows: Too big.')
    const other = new CineError('LAKE_LOCKED', 'Locked.')
    expect(asUsageError(other)).toBe(other)
  })
})
