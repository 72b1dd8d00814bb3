import type {
  CheckedParams,
  Contribution,
  ContributionsList,
  EditableColumn,
  EditableValues,
} from '../api.ts'
import type { Duck } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { EDITABLE, type FilmKey } from './entry.ts'
import { readScore, requireScore } from './review.ts'
import type { JournalState } from './state.ts'
import { contribute, defaultAuthor, newLine, readContributions, type StoredContributions } from './store.ts'

/** The published run that a contribution is about: its merged tables (`overlay.ts`). */
export interface RunTables {
  duck: Duck
  manifest: { run_id: string }
}

type FilmRow = FilmKey &
  Required<EditableValues> & { source_box_office_usd: number | null; source_audience_score: number | null }

/** Adds a review. Gives its id. Throws `FILM_NOT_FOUND`, `SCORE_NOT_UNDERSTOOD`. */
export async function addReview(
  layout: LakeLayout,
  run: RunTables,
  params: CheckedParams<'contributions.review'>,
): Promise<string> {
  const film = await filmOf(run, params.film_id)
  const read = params.score ? await readScore(run.duck, params.score) : null
  if (params.score && read) requireScore(params.score, read)
  const line = newLine(params.author ?? defaultAuthor())
  await contribute(layout, () => [
    {
      ...line,
      kind: 'review',
      film: keyOf(film),
      reason: params.reason || null,
      run_id: run.manifest.run_id,
      after: {
        critic_name: params.critic || line.author,
        publication_name: params.publication || null,
        score_raw: params.score || null,
        score_ratio: read?.score_ratio ?? null,
        score_scale: read?.score_scale ?? null,
        sentiment: params.sentiment ?? read?.sentiment ?? null,
        review_text: params.text,
      },
    },
  ])
  return line.id
}

/** Corrects a film. Gives the contribution's id. Throws `FILM_NOT_FOUND`, `NOTHING_CHANGED`. */
export async function editFilm(
  layout: LakeLayout,
  run: RunTables,
  params: CheckedParams<'contributions.film'>,
): Promise<string> {
  const film = await filmOf(run, params.film_id)
  const columns = EDITABLE.filter((column) => params[column] !== undefined && params[column] !== film[column])
  if (columns.length === 0) {
    throw new CineError('NOTHING_CHANGED', `${film.title ?? film.film_id} has these values already.`, {
      hint: 'Give a box office or an audience score that differs from what is shown.',
    })
  }
  const pick = (values: (column: EditableColumn) => number | null | undefined): EditableValues =>
    Object.fromEntries(columns.map((column) => [column, values(column)]))
  const line = newLine(params.author ?? defaultAuthor())
  await contribute(layout, () => [
    {
      ...line,
      kind: 'film',
      film: keyOf(film),
      reason: params.reason || null,
      run_id: run.manifest.run_id,
      before: pick((column) => film[column]),
      source: pick((column) => film[`source_${column}`]),
      after: pick((column) => params[column]),
    },
  ])
  return line.id
}

function keyOf({ film_id, rt_id, imdb_id, title, year }: FilmRow): FilmKey {
  return { film_id, rt_id, imdb_id, title, year }
}

async function filmOf({ duck }: RunTables, filmId: string): Promise<FilmRow> {
  const [film] = await duck.query<FilmRow>(
    `SELECT films.film_id, rt_id, imdb_id, title, year, films.box_office_usd, films.audience_score,
       CASE WHEN edits.film_id IS NULL THEN films.box_office_usd ELSE source_box_office_usd END AS source_box_office_usd,
       CASE WHEN edits.film_id IS NULL THEN films.audience_score ELSE source_audience_score END AS source_audience_score
     FROM films LEFT JOIN film_edits AS edits ON edits.film_id = films.film_id WHERE films.film_id = $1`,
    [filmId],
  )
  if (film) return film
  throw new CineError('FILM_NOT_FOUND', `There is no film ${filmId} in the published run.`, {
    hint: 'Look for its id with `cine films --search TITLE`.',
    details: { film_id: filmId },
  })
}

/** Every contribution, the latest first, beside the film it is about in `run`; null when nothing is published. */
export async function listContributions(
  layout: LakeLayout,
  run: RunTables | null,
): Promise<ContributionsList> {
  const stored = await readContributions(layout)
  return {
    contributions: await described(stored, run),
    can_undo: stored.undoable !== null,
    can_redo: stored.redoable !== null,
    notices: stored.notices,
  }
}

interface Found {
  id: string
  film_id: string | null
  title: string | null
  year: number | null
  box_office_usd: number | null
  audience_score: number | null
}

async function described(
  { contributions }: Pick<StoredContributions, 'contributions'>,
  run: RunTables | null,
): Promise<Contribution[]> {
  const rows = run && contributions.length > 0 ? await run.duck.query<Found>(FOUND) : []
  const found = new Map(rows.map((row) => [row.id, row]))
  return contributions.map((each) => asContribution(each, found.get(each.entry.id))).reverse()
}

const FOUND = `SELECT id, films.film_id, title, year,
    CASE WHEN edits.film_id IS NULL THEN films.box_office_usd ELSE source_box_office_usd END AS box_office_usd,
    CASE WHEN edits.film_id IS NULL THEN films.audience_score ELSE source_audience_score END AS audience_score
  FROM contributed JOIN films ON films.film_id = contributed.film_id
  LEFT JOIN film_edits AS edits ON edits.film_id = films.film_id`

function asContribution(
  { entry, active }: JournalState['contributions'][number],
  found: Found | undefined,
): Contribution {
  const { id, kind, film, author, reason, created_at } = entry
  return {
    id,
    kind,
    film_id: found?.film_id ?? film.film_id,
    film_title: found?.title ?? film.title,
    film_year: found ? found.year : film.year,
    film_found: found !== undefined,
    before: entry.kind === 'film' ? entry.before : null,
    after: entry.after,
    author,
    reason,
    created_at,
    active,
    conflicts:
      entry.kind === 'film' && active && found
        ? EDITABLE.flatMap((column) => {
            const source_was = entry.source[column]
            const source_is = found[column]
            return source_was === undefined || source_was === source_is
              ? []
              : [{ column, source_was, source_is }]
          })
        : [],
  }
}
