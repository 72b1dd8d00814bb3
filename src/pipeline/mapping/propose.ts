import type { ColumnProposal, MappingProposal } from '../api.ts'
import { CineError } from '../errors.ts'
import { sampleTables, type TableSample } from '../ingest/index.ts'
import { recogniseHeader, SOURCES, type SourceSpec, sourceSpecSchema } from '../sources/index.ts'
import { assign } from './assign.ts'
import { asGuess, type Correction, readCorrections } from './corrections.ts'
import { type Column, type Guess, guessColumn, tableKind } from './guesses.ts'
import { filmOf, findable, layoutOf, type Role, roleOf } from './layout.ts'
import { profileOf } from './profile.ts'
import { relate } from './relations.ts'
import { checkSourceId } from './source-id.ts'

export interface ProposeOptions {
  /** Only this table of an archive, by the path of its entry or by its name as it is shown. */
  table?: string | undefined
  /** What the user knows better: see `readCorrections`. */
  set?: Readonly<Record<string, string>> | undefined
  role?: Role | undefined
  film?: SourceSpec['film'] | undefined
  /** Whose numbers `own_id` are: a source of films. */
  films_of?: string | undefined
  /** Id and title of the specification. */
  id?: string | undefined
  title?: string | undefined
  /** The layouts of the lake. */
  specs: readonly SourceSpec[]
  signal?: AbortSignal | undefined
}

/** More columns are landed, but not proposed: nobody would read them. */
const MOST_COLUMNS = 2000
const ALTERNATIVES = 3
const SAMPLES = 4
const SAMPLE_LENGTH = 80

/**
 * What the columns of each table of a file may mean, by their names and values, with the specification that
 * follows from it. Throws the `INGEST_…` errors of a file that cannot be read, `MAP_UNKNOWN_COLUMN`,
 * `MAP_UNKNOWN_MEANING`, `MAP_NO_TABLE`, and `SOURCE_NOT_VALID` of a name that no source can have.
 */
export async function proposeMappings(path: string, options: ProposeOptions): Promise<MappingProposal[]> {
  const { table } = options
  if (options.id !== undefined) checkSourceId(options.id)
  const found: MappingProposal[] = []
  const names: string[] = []
  for await (const sample of sampleTables(path, options.signal)) {
    names.push(sample.file)
    if (table === undefined || sample.file === table || sample.file.endsWith(`/${table}`))
      found.push(propose(path, sample, options))
  }
  if (found.length > 0) return found
  throw new CineError('MAP_NO_TABLE', `${path} holds no table ${table ?? ''}.`, {
    hint: `It holds: ${names.join(', ')}.`,
    details: { path, tables: names },
  })
}

const NO_FILM = {
  spec: null,
  problem:
    'No column tells which film a record is of: an IMDb id, an address of Rotten Tomatoes, a number, a title.',
}

/** What the columns mean, as far as names and values tell. */
export function proposeColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  corrections: ReadonlyMap<number, Correction> = new Map(),
): { columns: Column[]; chosen: (Guess | null)[] } {
  const profiles = header.map((name, index) => profileOf(rows, index, name))
  const kind = tableKind(profiles)
  const columns = profiles.map((profile) => guessColumn(profile, kind))
  relate(columns, kind)
  // What no specification could find again means nothing.
  for (const [index, found] of findable(header).entries()) if (!found) columns[index]?.guesses.clear()
  for (const [index, correction] of corrections) {
    const column = columns[index] as Column
    column.guesses = new Map(correction ? [[correction.means, asGuess(correction)]] : [])
  }
  return { columns, chosen: assign(columns) }
}

function propose(path: string, sample: TableSample, options: ProposeOptions): MappingProposal {
  const header = sample.header.slice(0, MOST_COLUMNS)
  const corrections = readCorrections(options.set ?? {}, header)
  const { columns, chosen } = proposeColumns(header, sample.rows, corrections)
  const profiles = columns.map(({ profile }) => profile)
  const role = options.role ?? roleOf(chosen)
  const film = options.film ?? filmOf(chosen, role)
  const { spec, problem } =
    film === null ? NO_FILM : specOf(sample, { profiles, chosen }, role, film, options)
  return {
    path,
    file: sample.file,
    encoding: sample.encoding,
    delimiter: sample.delimiter,
    records: sample.records,
    known: knownSource(sample, options.specs),
    role,
    film,
    keys: spec?.keys ?? [],
    columns: columns.map((column, index) =>
      columnProposal(column, chosen[index] ?? null, corrections.has(index)),
    ),
    spec,
    problem,
  }
}

function specOf(
  sample: TableSample,
  table: Parameters<typeof layoutOf>[0],
  role: Role,
  film: SourceSpec['film'],
  { id = idOf(sample.file), title = sample.file.slice(0, 200), films_of, specs }: ProposeOptions,
): { spec: SourceSpec | null; problem: string | null } {
  const { fields, keys } = layoutOf(table, role, film)
  const numbers = film === 'own_id' && role !== 'films' ? (films_of ?? onlyNumbered(specs)) : undefined
  const spec = { id, title, role, film, ...(numbers ? { films_of: numbers } : {}), fields, keys }
  const checked = sourceSpecSchema.safeParse(spec)
  if (checked.success) return { spec: checked.data, problem: null }
  const [issue] = checked.error.issues
  return { spec: null, problem: `No specification follows from it: ${issue?.message ?? 'it is not valid'}.` }
}

/** The one source of the lake's own whose films have numbers: reviews by number are of these. */
function onlyNumbered(specs: readonly SourceSpec[]): string | undefined {
  const found = specs.filter(
    (spec) => !SOURCES.includes(spec) && spec.role === 'films' && spec.film === 'own_id',
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** `my films.zip/Été 2020.csv` → `ete_2020`. */
function idOf(file: string): string {
  const stem = (file.split('/').at(-1) ?? '').replace(/(\.(csv|tsv|tab|psv|txt|gz|zst|zstd))+$/i, '')
  const words = stem.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const id = words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  return (/^[a-z]/.test(id) ? id : `table_${id}`).slice(0, 60).replace(/_+$/, '')
}

function knownSource(sample: TableSample, specs: readonly SourceSpec[]): string | null {
  try {
    return recogniseHeader(sample.file, sample.header, specs).spec.id
  } catch {
    return null
  }
}

function columnProposal(
  { profile, guesses }: Column,
  chosen: Guess | null,
  corrected: boolean,
): ColumnProposal {
  const others = [...guesses.values()]
    .filter((guess) => guess.means !== chosen?.means && guess.confidence > 0.1)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, ALTERNATIVES)
  return {
    column: profile.name,
    index: profile.index,
    means: chosen?.means ?? null,
    unit: chosen?.unit ?? null,
    confidence: rounded(chosen?.confidence ?? 0),
    by: corrected ? 'you' : reason(chosen),
    alternatives: others.map(({ means, unit, confidence }) => ({
      means,
      unit,
      confidence: rounded(confidence),
    })),
    filled: rounded(profile.filled),
    samples: [...new Set(profile.values)].slice(0, SAMPLES).map((value) => value.slice(0, SAMPLE_LENGTH)),
  }
}

function reason(guess: Guess | null): ColumnProposal['by'] {
  if (!guess) return null
  return guess.byName ? (guess.byValues ? 'name and values' : 'name') : 'values'
}

const rounded = (share: number) => Math.round(share * 100) / 100
