import { Option } from 'commander'
import type { ColumnProposal, FilmReference, MappingProposal, SourceRole } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { type Ask, withEngine } from '../context.ts'
import { given } from '../options.ts'
import { count } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

interface MapOptions {
  set?: Record<string, string>
  table?: string
  role?: SourceRole
  film?: FilmReference
  filmsOf?: string
  title?: string
  save?: string
  replace?: boolean
}

export const defineMap: Define = (program, act) => {
  program
    .command('map')
    .description('say what the columns of a table mean, and remember it')
    .argument('<file>', 'a table, or an archive of some')
    .option(
      '--set <column=meaning>',
      'what a column means (title, runtime_minutes:hours, none…); repeat it',
      collectSet,
    )
    .option('--table <name>', 'this table of an archive')
    .addOption(
      new Option('--role <role>', 'what it adds').choices(['films', 'reviews', 'ratings', 'money', 'people']),
    )
    .addOption(
      new Option('--film <how>', 'how a record says which film it is of').choices([
        'imdb_id',
        'rt_id',
        'own_id',
        'title_year',
      ]),
    )
    .option('--films-of <source>', 'whose numbers own_id are: a source of films')
    .option('--title <title>', 'what to call the source')
    .option('--save <id>', 'remember it in the lake, as this source')
    .option('--replace', 'in place of a source of the same id')
    .action(
      act<MapOptions>((context, options, [path = '']) =>
        withEngine(context, async (ask) => {
          const { save, replace = false } = options
          const { tables } = await ask('sources.propose', { path, ...proposeParams(options) })
          const saved = save === undefined ? null : await saveOnly(ask, tables, replace)
          return { answer: { json: { tables, saved }, text: () => mapText(tables, saved, path) } }
        }),
      ),
    )
}

function proposeParams({ set, table, role, film, filmsOf, save, title }: MapOptions) {
  return given({ set, table, role, film, films_of: filmsOf, id: save, title })
}

function collectSet(value: string, before: Record<string, string> = {}): Record<string, string> {
  const at = value.lastIndexOf('=')
  if (at > 0) return { ...before, [value.slice(0, at)]: value.slice(at + 1) }
  throw new CineError('USAGE', `--set ${value} says no meaning.`, { hint: 'Such as --set "Film=title".' })
}

async function saveOnly(ask: Ask, tables: readonly MappingProposal[], replace: boolean) {
  const [first, ...more] = tables
  if (!first || more.length > 0)
    throw new CineError('USAGE', `The file holds ${tables.length} tables.`, {
      hint: `Name the one to remember with --table: ${tables.map(({ file }) => file).join(', ')}.`,
    })
  if (!first.spec)
    throw new CineError('MAP_NOT_ENOUGH', first.problem ?? 'Too little is known of the table.', {
      hint: 'Say it with --set COLUMN=MEANING, such as --set "Film=title".',
      details: { columns: first.columns.map(({ column, means }) => ({ column, means })) },
    })
  return ask('sources.save', { spec: { ...first.spec }, replace })
}

function mapText(
  tables: readonly MappingProposal[],
  saved: { id: string; path: string } | null,
  path: string,
): string {
  return [...tables.map(tableText), saved ? savedText(saved) : nextText(path)].join('\n\n')
}

function tableText({ file, records, known, role, film, keys, columns, problem }: MappingProposal): string {
  const head = `${file}: ${count(records)} records looked at${known ? `; it is recognised as ${known}` : ''}.`
  const what =
    problem ??
    `It adds ${role}; a film is told by ${film}; ${keys.length > 0 ? `key: ${keys.join(', ')}` : 'no key'}.`
  const table = renderTable(
    [
      { title: 'column', value: (row: ColumnProposal) => row.column || `#${row.index + 1}`, width: 30 },
      { title: 'means', value: (row) => meaning(row), width: 34 },
      {
        title: 'sure',
        value: (row) => (row.means ? `${Math.round(row.confidence * 100)} %` : ''),
        align: 'right',
      },
      { title: 'by', value: (row) => row.by ?? '' },
      { title: 'or', value: (row) => row.alternatives[0]?.means ?? '', width: 24 },
      { title: 'values', value: (row) => row.samples.join(' · '), width: 44 },
    ],
    columns,
  )
  return [head, table, '', what].join('\n')
}

/** Units that go without saying. */
const USUAL = ['auto', 'text', 'number', 'title', 'imdb_id', 'usd', 'minutes', 'percent', 'ten']

function meaning({ means, unit }: ColumnProposal): string {
  if (!means) return '–'
  return unit && !USUAL.includes(unit) ? `${means} (${unit})` : means
}

function savedText({ id, path }: { id: string; path: string }): string {
  return `Remembered as ${id} (${path}): \`cine ingest\` recognises it from now on.`
}

function nextText(path: string): string {
  return `To correct it: --set "COLUMN=MEANING" (or none). To remember it: cine map ${JSON.stringify(path)} --save ID`
}
