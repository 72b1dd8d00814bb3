import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { writtenReviews } from './reviews.ts'
import { reviewScore, simplified } from './rules/review-score.ts'
import { token } from './rules/text.ts'

/** How many scores of one scale it takes to say that a critic or a publication uses it. */
const LEAST_USES = 3
const MOST_STARS = 10

/**
 * `review_scores`: what each way to write a score means (score_raw, ratio, scale, bare, out_of, stars). `bare_scales`: what
 * a number alone is out of (score_raw, publication, critic, out_of, scale), where the other scores of that critic in
 * that publication, of the publication, or of the critic tell: at least three of them, four in five on one scale, and
 * hardly any of their own bare numbers above it. Stars are out of ten at most.
 */
export function scaleStatements(d: Dialect, specs: readonly SourceSpec[]): Statement[] {
  const written = writtenReviews(d, specs)
  const table = (name: string, select: string) => ({ name, sql: d.createTable(name, select) })
  return [
    table('review_scores', scores(d, written)),
    table('bare_reviews', bareReviews(written)),
    table('score_uses', uses(written)),
    table('bare_scales', scales(d)),
  ]
}

function scores(d: Dialect, written: string): string {
  const { ratio, scale, bare, of, stars } = reviewScore(d, 'score')
  return `SELECT score_raw, ${ratio} AS ratio, ${scale} AS scale, ${bare} AS bare, ${of} AS out_of,
      ${stars} AS stars FROM (
    SELECT score_raw, ${simplified(d, 'score')} AS score FROM (
      SELECT score_raw, ${token(d, 'score_raw')} AS score FROM (
        SELECT DISTINCT score_raw FROM (${written}) AS written WHERE score_raw IS NOT NULL
      ) AS forms
    ) AS tokens
  ) AS simple`
}

/** Who gave a number alone, and which. */
function bareReviews(written: string): string {
  return `SELECT DISTINCT written.score_raw, score.bare, score.stars, coalesce(publication_name, '') AS publication,
      coalesce(critic_name, '') AS critic
    FROM (${written}) AS written JOIN review_scores AS score ON score.score_raw = written.score_raw
    WHERE score.scale = 'bare'`
}

/** How often those publications and critics use each scale, and each bare number. */
function uses(written: string): string {
  return `SELECT publication, critic, out_of, bare, count(*) AS times FROM (
      SELECT coalesce(publication_name, '') AS publication, coalesce(critic_name, '') AS critic,
        score.out_of, CASE WHEN score.scale = 'bare' THEN score.bare END AS bare
      FROM (${written}) AS written
      JOIN review_scores AS score ON score.score_raw = written.score_raw
      WHERE score.out_of IS NOT NULL OR score.scale = 'bare'
    ) AS used
    WHERE publication IN (SELECT publication FROM bare_reviews) OR critic IN (SELECT critic FROM bare_reviews)
    GROUP BY publication, critic, out_of, bare`
}

/** The scale that `by` (columns of `score_uses`) keeps to, as a query: those columns, `out_of`. */
function habit(by: string[]): string {
  const columns = by.join(', ')
  const same = by.map((column) => `bare.${column} = scaled.${column}`).join(' AND ')
  return `SELECT ${by.map((column) => `scaled.${column}`).join(', ')}, scaled.out_of
    FROM (
      SELECT ${columns}, out_of, sum(times) AS times, sum(sum(times)) OVER (PARTITION BY ${columns}) AS all_times
      FROM score_uses WHERE out_of IS NOT NULL GROUP BY ${columns}, out_of
    ) AS scaled
    JOIN (
      SELECT ${columns}, bare, sum(times) AS times FROM score_uses WHERE bare IS NOT NULL GROUP BY ${columns}, bare
    ) AS bare ON ${same}
    WHERE ${by.map((column) => `scaled.${column} <> ''`).join(' AND ')}
      AND scaled.times >= ${LEAST_USES} AND 5 * scaled.times >= 4 * scaled.all_times
    GROUP BY ${by.map((column) => `scaled.${column}`).join(', ')}, scaled.out_of
    HAVING 20 * sum(CASE WHEN bare.bare > scaled.out_of THEN bare.times ELSE 0 END) <= sum(bare.times)`
}

function scales(d: Dialect): string {
  const outOf = 'coalesce(pairs.out_of, publications.out_of, critics.out_of)'
  const by = `CASE WHEN pairs.out_of IS NULL AND publications.out_of IS NOT NULL THEN 'publication' ELSE 'critic' END`
  return `SELECT score_raw, publication, critic, out_of, '/' || ${number(d, 'out_of')} || ' of the ' || told_by AS scale
    FROM (
      SELECT bare_reviews.*, ${outOf} AS out_of, ${by} AS told_by
      FROM bare_reviews
      LEFT JOIN (${habit(['publication', 'critic'])}) AS pairs
        ON pairs.publication = bare_reviews.publication AND pairs.critic = bare_reviews.critic
      LEFT JOIN (${habit(['publication'])}) AS publications ON publications.publication = bare_reviews.publication
      LEFT JOIN (${habit(['critic'])}) AS critics ON critics.critic = bare_reviews.critic
    ) AS learnt
    WHERE bare <= out_of AND NOT (stars AND out_of > ${MOST_STARS})`
}

/** `5`, not `5.0`. */
function number(d: Dialect, value: string): string {
  return d.replaceAll(d.asText(value), '\\.0$', '')
}
