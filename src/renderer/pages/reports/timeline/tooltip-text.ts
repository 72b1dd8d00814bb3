import type { TooltipText } from '../../../charts/tooltip-text.ts'
import { contributedRow, type Words } from '../report-text.ts'
import { type Bucket, type By, bucketName } from './buckets.ts'

export function bucketText(words: Words, bucket: Bucket, by: By): TooltipText {
  const { t, format } = words
  const missing = bucket.films - bucket.films_with_box_office
  return {
    title: bucketName(words, bucket.year, by),
    rows: [
      [t('columns.films'), format.integer(bucket.films)],
      ...(missing > 0
        ? [[t('timeline.of_which_without'), format.integer(missing)] satisfies [string, string]]
        : []),
      [t('columns.box_office'), format.moneyBrief(bucket.box_office_usd)],
      ...contributedRow(words, bucket.contributed),
      [t('columns.mean_imdb'), format.decimal(bucket.mean_imdb_rating, 2)],
    ],
    hint: t(`timeline.filter_${by}`),
  }
}
