import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Contribution, Result } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { ask, type Context } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { decimal, money, plural, text } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'
import { writeAnswer } from '../write-answer.ts'

interface Authored {
  author?: string
  reason?: string
}
interface ReviewOptions extends Authored {
  film: string
  text: string
  score?: string
  critic?: string
  publication?: string
  sentiment?: 'positive' | 'negative'
}
interface FilmOptions extends Authored {
  film: string
  boxOffice?: number | null
  audienceScore?: number | null
}

interface MatchOptions extends Authored {
  source: string
  film: string
  candidate: string
  same?: boolean
  different?: boolean
}

export const defineContribute: Define = (program, act) => {
  const contribute = program
    .command('contribute')
    .description('add a review, correct a film; everything can be undone')

  withAuthor(contribute.command('review').description('add a review of a film'))
    .requiredOption('--film <id>', 'the film, by its id')
    .requiredOption('--text <text>', 'what the review says')
    .option('--score <score>', 'such as 4/5, 8/10, B+, 85%')
    .option('--critic <name>', 'who wrote it')
    .option('--publication <name>', 'where it appeared')
    .addOption(
      new Option('--sentiment <sentiment>', 'told by the score when left out').choices([
        'positive',
        'negative',
      ]),
    )
    .action(
      act<ReviewOptions>(async (context, { film, text: said, ...options }) =>
        done(
          await ask(context, 'contributions.review', { film_id: film, text: said, ...pickReview(options) }),
        ),
      ),
    )

  withAuthor(contribute.command('film').description('correct the box office or the audience score of a film'))
    .requiredOption('--film <id>', 'the film, by its id')
    .option('--box-office <usd>', 'in whole US dollars; "unknown" when nobody knows', orUnknown(wholeNumber))
    .option('--audience-score <score>', '0 to 100; "unknown" when nobody knows', orUnknown(percentage))
    .action(
      act<FilmOptions>(async (context, { film, boxOffice, audienceScore, author, reason }) => {
        const values = given({ box_office_usd: boxOffice, audience_score: audienceScore })
        if (Object.keys(values).length === 0) {
          throw new CineError('USAGE', 'Nothing to correct was named.', {
            hint: 'Give --box-office USD, --audience-score 0-100, or both.',
          })
        }
        return done(
          await ask(context, 'contributions.film', {
            film_id: film,
            ...values,
            ...given({ author, reason }),
          }),
        )
      }),
    )

  withAuthor(
    contribute
      .command('match')
      .description('settle a pair that `cine quality` lists as ambiguous; the next run goes by it'),
  )
    .requiredOption('--film <id>', 'the film of the pair')
    .requiredOption('--candidate <id>', 'what it may be')
    .option('--source <source>', 'of the pair', 'rt_id')
    .option('--same', 'they are one film')
    .option('--different', 'they are two films')
    .action(
      act<MatchOptions>(async (context, { film, candidate, source, same, different, author, reason }) => {
        if ((same === true) === (different === true)) {
          throw new CineError('USAGE', 'Say whether the two are one film or not.', {
            hint: 'Give either --same or --different.',
          })
        }
        return done(
          await ask(context, 'contributions.match', {
            source,
            film,
            candidate,
            same: same === true,
            ...given({ author, reason }),
          }),
        )
      }),
    )

  contribute
    .command('list')
    .description('everything that was contributed, the latest first')
    .action(
      act(async (context) => {
        const list = await ask(context, 'contributions.list', {})
        return { answer: { json: list, text: () => listText(list) } }
      }),
    )

  for (const verb of ['undo', 'redo'] as const) {
    contribute
      .command(verb)
      .description(verb === 'undo' ? 'take back the latest contribution' : 'bring back the latest undone')
      .argument('[id]', 'this one instead')
      .option('--author <name>', 'who does (default: $CINE_AUTHOR, else you)')
      .action(
        act<Authored>(async (context, { author }, [id]) =>
          done(await ask(context, `contributions.${verb}`, given({ id, author }))),
        ),
      )
  }

  contribute
    .command('export')
    .description('the whole journal as JSON, for a colleague')
    .argument('[file]', 'where to write it (default: the standard output)')
    .action(act(async (context, _options, [file]) => exportJournal(context, file)))

  contribute
    .command('import')
    .description('add what a colleague exported')
    .argument('<file>', 'a file that export wrote')
    .action(
      act(async (context, _options, [file = '']) => {
        const result = await ask(context, 'contributions.import', { document: await readDocument(file) })
        const said = `${plural(result.imported, 'line')} added, ${result.already_there} already there`
        return { answer: { json: result, text: () => said } }
      }),
    )
}

/** The options of `review` alone: those of every verb are not the engine's. */
function pickReview({
  score,
  critic,
  publication,
  sentiment,
  author,
  reason,
}: Omit<ReviewOptions, 'film' | 'text'>) {
  return given({ score, critic, publication, sentiment, author, reason })
}

function withAuthor(command: Command): Command {
  return command
    .option('--author <name>', 'who contributes (default: $CINE_AUTHOR, else you)')
    .option('--reason <reason>', 'why')
}

function orUnknown<T>(parse: (value: string) => T): (value: string) => T | null {
  return (value) => (value.trim().toLowerCase() === 'unknown' ? null : parse(value))
}

function percentage(value: string): number {
  const number = Number(value)
  if (!/^\d+(\.\d+)?$/.test(value.trim()) || number > 100)
    throw new InvalidArgumentError('It must be a number from 0 to 100.')
  return number
}

function done({ contribution }: { contribution: Contribution }) {
  const text = () =>
    `${contribution.active ? 'Holds' : 'Undone'}: ${summary(contribution)} (${contribution.id})`
  return { answer: { json: { contribution }, text } }
}

function summary({ kind, film_title, film_id, before, after }: Contribution): string {
  const film = `${text(film_title)} [${film_id}]`
  if ('review_text' in after) {
    const ratio = after.score_ratio === null ? '' : ` (${decimal(after.score_ratio, 2)})`
    return `a ${kind} of ${film}: ${text(after.score_raw)}${ratio}`
  }
  if ('candidate' in after)
    return `${film} and ${text(after.candidate_title)} [${after.candidate}]: ${after.same ? 'one film' : 'two films'}`
  const changes = [
    ...(after.box_office_usd === undefined
      ? []
      : [`box office ${money(before?.box_office_usd ?? null)} → ${money(after.box_office_usd)}`]),
    ...(after.audience_score === undefined
      ? []
      : [`audience ${decimal(before?.audience_score ?? null, 0)} → ${decimal(after.audience_score, 0)}`]),
  ]
  return `${film}: ${changes.join(', ')}`
}

function listText({ contributions, notices }: Result<'contributions.list'>): string {
  const warnings = notices.map(({ text }) => `A damaged journal was set aside as ${text}.`)
  if (contributions.length === 0) return [...warnings, 'Nothing was contributed yet.'].join('\n')
  const table = renderTable<Contribution>(
    [
      { title: 'when', value: (each) => each.created_at.slice(0, 16).replace('T', ' ') },
      { title: 'who', value: (each) => each.author, width: 16 },
      { title: 'state', value: state },
      { title: 'what', value: summary, width: 70 },
      { title: 'why', value: (each) => text(each.reason), width: 30 },
      { title: 'id', value: (each) => each.id },
    ],
    contributions,
  )
  return [...warnings, table].join('\n')
}

function state({ active, film_found, conflicts }: Contribution): string {
  if (!active) return 'undone'
  if (!film_found) return 'waits: no such film'
  return conflicts.length > 0 ? 'holds, sources changed' : 'holds'
}

async function exportJournal(context: Context, file: string | undefined) {
  const { document } = await ask(context, 'contributions.export', {})
  if (file === undefined) return { answer: { json: document, text: () => JSON.stringify(document, null, 2) } }
  await writeAnswer(context, file, document)
  return { answer: { json: { file }, text: () => `Written to ${file}` } }
}

async function readDocument(file: string): Promise<unknown> {
  const content = await readFile(file, 'utf8')
  try {
    return JSON.parse(content)
  } catch (cause) {
    throw new CineError('IMPORT_NOT_A_JOURNAL', `${file} is not JSON.`, {
      hint: 'Give a file that `cine contribute export` wrote; nothing was changed.',
      cause,
    })
  }
}
