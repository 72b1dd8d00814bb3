import type { Role, TalentsReport } from '../../../../pipeline/api.ts'
import { films, leftOut, type ReportText, type Words } from '../report-text.ts'
import { type DataTable, dataTable, numberColumn } from '../table.ts'

export type Talent = TalentsReport['talents'][number]

export function talentsText(words: Words, report: TalentsReport, role: Role): ReportText {
  const { t, format } = words
  const { talents, filtered, left_out } = report
  const count = talents.length
  return {
    headline: headline(words, talents, role),
    summary: summary(words, talents),
    description: t('talents.description', { count, formatted: format.integer(count) }),
    shown: films(words, filtered - left_out),
    leftOut: leftOut(words, left_out, t(`talents.left_out.${role}`)),
    how: t('talents.how', { returnObjects: true }) as readonly string[],
    tables: count > 0 ? [talentsTable(words, talents), yearsTable(words, talents)] : [],
    isEmpty: count === 0,
  }
}

function headline(words: Words, talents: readonly Talent[], role: Role): string {
  const { t, format } = words
  const [first] = talents
  if (!first) return t(`talents.headline_none.${role}`)
  if (first.box_office_usd === null)
    return t(`talents.headline_films.${role}`, { name: first.name, films: films(words, first.films) })
  return t(`talents.headline.${role}`, {
    name: first.name,
    money: format.moneyBrief(first.box_office_usd),
    films: films(words, first.films),
  })
}

function summary({ t, format }: Words, talents: readonly Talent[]): string {
  if (talents.length < 2) return t('talents.summary_none')
  const best = (value: (talent: Talent) => number | null) =>
    talents.filter((each) => value(each) !== null).toSorted((a, b) => (value(b) ?? 0) - (value(a) ?? 0))[0]
  const rated = best(({ mean_imdb_rating }) => mean_imdb_rating)
  const richest = best(({ box_office_usd }) => box_office_usd)
  const dense = best(({ revenue_per_minute }) => revenue_per_minute)
  return [
    dense &&
      t(dense === richest ? 'talents.summary_per_minute_too' : 'talents.summary_per_minute', {
        name: dense.name,
        money: format.moneyBrief(dense.revenue_per_minute),
      }),
    rated &&
      t('talents.summary_imdb', {
        name: rated.name,
        rating: format.decimal(rated.mean_imdb_rating, 1),
        formatted: format.integer(talents.length),
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

function talentsTable({ t, format }: Words, talents: readonly Talent[]): DataTable {
  return dataTable<Talent>(
    'talents',
    t('talents.table'),
    [
      { key: 'name', label: t('talents.columns.name'), value: ({ name }) => name },
      {
        key: 'role',
        label: t('talents.columns.role'),
        value: ({ role }) => role,
        text: ({ role }) => t(`talents.roles.${role}`),
      },
      numberColumn('films', t('columns.films'), (value) => format.integer(value)),
      numberColumn('box_office_usd', t('columns.box_office'), (value) => format.money(value)),
      numberColumn('mean_imdb_rating', t('columns.mean_imdb'), (value) => format.decimal(value, 2)),
      numberColumn('revenue_per_minute', t('columns.per_minute'), (value) => format.money(value)),
      { key: 'person_id', label: t('columns.id'), value: ({ person_id }) => person_id },
    ],
    talents,
  )
}

/** Long format: a row a talent and year. */
function yearsTable({ t, format }: Words, talents: readonly Talent[]): DataTable {
  const rows = talents.flatMap(({ name, person_id, by_year }) =>
    by_year.map((year) => ({ name, person_id, ...year })),
  )
  return dataTable(
    'by-year',
    t('talents.table_by_year'),
    [
      { key: 'name', label: t('talents.columns.name'), value: ({ name }) => name },
      { key: 'year', label: t('columns.year'), value: ({ year }) => year, isNumber: true },
      numberColumn('films', t('columns.films'), (value) => format.integer(value)),
      numberColumn('box_office_usd', t('columns.box_office'), (value) => format.money(value)),
      { key: 'person_id', label: t('columns.id'), value: ({ person_id }) => person_id },
    ],
    rows,
  )
}
