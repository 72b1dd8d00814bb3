import type { TimelineReport } from '../../../../pipeline/api.ts'
import { films, leftOut, type ReportText, type Words } from '../report-text.ts'
import { type DataTable, dataTable, numberColumn } from '../table.ts'
import { bucketName, largest } from './buckets.ts'

export function timelineText(words: Words, report: TimelineReport): ReportText {
  const { t, format } = words
  const { buckets, by, without_box_office, left_out } = report
  const shown = buckets.reduce((sum, bucket) => sum + bucket.films, 0)
  return {
    headline: headline(words, report),
    summary: summary(words, report),
    description: t('timeline.description', {
      films: films(words, shown),
      from: String(buckets[0]?.year ?? ''),
      to: String(buckets.at(-1)?.year ?? ''),
    }),
    shown: [
      films(words, shown),
      without_box_office > 0
        ? t('timeline.without_box_office', {
            count: without_box_office,
            formatted: format.integer(without_box_office),
          })
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
    leftOut: leftOut(words, left_out, t('timeline.left_out')),
    how: t('timeline.how', { returnObjects: true }) as readonly string[],
    tables: [timelineTable(words, by, buckets)],
    isEmpty: buckets.length === 0,
  }
}

function headline(words: Words, { buckets, by }: TimelineReport): string {
  const { t, format } = words
  const richest = largest(buckets, ({ box_office_usd }) => box_office_usd)
  const busiest = largest(buckets, (bucket) => bucket.films)
  if (!busiest) return t('timeline.headline_none')
  if (buckets.length === 1)
    return t(richest ? 'timeline.headline_single' : 'timeline.headline_single_no_money', {
      when: bucketName(words, busiest.year, by),
      films: films(words, busiest.films),
      money: format.moneyBrief(busiest.box_office_usd),
    })
  if (!richest && buckets.filter((bucket) => bucket.films === busiest.films).length > 1)
    return t('timeline.headline_even', {
      films: films(
        words,
        buckets.reduce((sum, bucket) => sum + bucket.films, 0),
      ),
      from: String(buckets[0]?.year),
      to: String(buckets.at(-1)?.year),
    })
  if (!richest)
    return t(`timeline.headline_films_${by}`, {
      when: String(busiest.year),
      films: films(words, busiest.films),
    })
  return t(`timeline.headline_${by}`, {
    when: String(richest.year),
    money: format.moneyBrief(richest.box_office_usd),
    films: films(words, richest.films_with_box_office),
  })
}

function summary(words: Words, { buckets, by }: TimelineReport): string {
  const { t, format } = words
  const [only] = buckets
  if (!only) return t('timeline.summary_none')
  if (buckets.length === 1)
    return t(only.mean_imdb_rating === null ? 'timeline.summary_single_no_imdb' : 'timeline.summary_single', {
      imdb: format.decimal(only.mean_imdb_rating, 1),
    })
  const busiest = largest(buckets, (bucket) => bucket.films)
  const rated = buckets.filter((bucket) => bucket.mean_imdb_rating !== null && bucket.films >= LEAST_FILMS)
  const best = largest(rated, ({ mean_imdb_rating }) => mean_imdb_rating)
  const worst = largest(rated, ({ mean_imdb_rating }) =>
    mean_imdb_rating === null ? null : -mean_imdb_rating,
  )
  return [
    busiest &&
      t(`timeline.summary_films_${by}`, { when: String(busiest.year), films: films(words, busiest.films) }),
    best &&
      worst &&
      best !== worst &&
      t('timeline.summary_imdb', {
        low: format.decimal(worst.mean_imdb_rating, 1),
        low_when: bucketName(words, worst.year, by),
        high: format.decimal(best.mean_imdb_rating, 1),
        high_when: bucketName(words, best.year, by),
        least: format.integer(LEAST_FILMS),
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A mean of fewer says more of a film than of its time. */
const LEAST_FILMS = 10

function timelineTable(
  words: Words,
  by: TimelineReport['by'],
  buckets: TimelineReport['buckets'],
): DataTable {
  const { t, format } = words
  type Bucket = TimelineReport['buckets'][number]
  const count = (key: 'films' | 'films_with_box_office', label: string) => ({
    key,
    label,
    value: (bucket: Bucket) => bucket[key],
    text: (bucket: Bucket) => format.integer(bucket[key]),
    isNumber: true,
  })
  return dataTable<Bucket>(
    'timeline',
    t(`timeline.table_${by}`),
    [
      {
        key: 'year',
        label: t(`timeline.${by}`),
        value: ({ year }) => year,
        text: ({ year }) => bucketName(words, year, by),
      },
      count('films', t('columns.films')),
      count('films_with_box_office', t('columns.with_box_office')),
      numberColumn('box_office_usd', t('columns.box_office'), (value) => format.money(value)),
      numberColumn('mean_imdb_rating', t('columns.mean_imdb'), (value) => format.decimal(value, 2)),
    ],
    buckets,
  )
}
