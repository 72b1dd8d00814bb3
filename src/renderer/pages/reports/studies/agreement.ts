import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { correlationText } from '../correlation/text.ts'
import { filmName, type Words } from '../report-text.ts'
import { compare } from './compare.ts'
import type { StudyText } from './study-text.ts'

/** Films named on each side. */
const NAMED = 3
/** The median of fewer films says more of the films than of their kind. */
const LEAST = 5

/** Do critics and audience agree, and does it pay? Null when there are too few films to say. */
export function agreementText(words: Words, report: CorrelationReport): StudyText | null {
  if (report.pearson_r === null) return null
  const { t } = words
  const { headline, summary, shown, leftOut } = correlationText(words, report)
  return {
    title: headline,
    paragraphs: [
      summary,
      agreementPays(words, report),
      whoPays(words, report),
      extremes(words, report),
    ].filter((each) => each !== null),
    limits: t('studies.agreement.limits'),
    shown,
    leftOut,
  }
}

function agreementPays(words: Words, report: CorrelationReport): string | null {
  const { t, format } = words
  const [both, neither] = [quadrant(report, 'both_high'), quadrant(report, 'both_low')]
  const compared = compare(both?.median_box_office_usd ?? null, neither?.median_box_office_usd ?? null)
  if (!compared || !isEnough(both) || !isEnough(neither)) return null
  const text = t(`studies.agreement.pays_${compared.how}`, {
    both: format.moneyBrief(both.median_box_office_usd),
    neither: format.moneyBrief(neither.median_box_office_usd),
    times: format.decimal(compared.times, 1),
  })
  return withCounts(words, text, both, neither)
}

function whoPays(words: Words, report: CorrelationReport): string | null {
  const { t, format } = words
  const [audience, critics] = [quadrant(report, 'audience_only'), quadrant(report, 'critics_only')]
  const compared = compare(audience?.median_box_office_usd ?? null, critics?.median_box_office_usd ?? null)
  if (!compared || !isEnough(audience) || !isEnough(critics)) return null
  const text = t(`studies.agreement.who_${compared.how}`, {
    audience: format.moneyBrief(audience.median_box_office_usd),
    critics: format.moneyBrief(critics.median_box_office_usd),
  })
  return withCounts(words, text, audience, critics)
}

type Quadrant = CorrelationReport['revenue_by_quadrant'][number]

const isEnough = (films: Quadrant | undefined): films is Quadrant =>
  films !== undefined && films.n_with_box_office >= LEAST

/** A comparison, with how many films each of its two medians is of. */
function withCounts({ t, format }: Words, text: string, one: Quadrant, other: Quadrant): string {
  return t('studies.agreement.compared', {
    text,
    one: format.integer(one.n_with_box_office),
    other: format.integer(other.n_with_box_office),
  })
}

function extremes(words: Words, { outliers }: CorrelationReport): string | null {
  const named = (sign: number) =>
    outliers
      .filter(({ studentised_residual }) => studentised_residual * sign > 0)
      .slice(0, NAMED)
      .map(filmName)
      .join(', ')
  const [critics, audience] = [named(1), named(-1)]
  if (critics && audience) return words.t('studies.agreement.extremes', { critics, audience })
  if (critics) return words.t('studies.agreement.extremes_critics', { critics })
  return audience ? words.t('studies.agreement.extremes_audience', { audience }) : null
}

function quadrant(report: CorrelationReport, name: Quadrant['quadrant']): Quadrant | undefined {
  return report.revenue_by_quadrant.find((each) => each.quadrant === name)
}
