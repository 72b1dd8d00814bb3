import { useTranslation } from 'react-i18next'
import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { FONT_STACK } from '../../../charts/measure-text.ts'
import { useFormat } from '../../../i18n/format.ts'

type Quadrant = CorrelationReport['revenue_by_quadrant'][number]

const WIDTH = 296
const TOP = 46
const BELOW = 40
const TILE = { width: 134, gap: 4 }
const LEFT = WIDTH - 2 * TILE.width - TILE.gap
/** Where each lies on the plane of the scores: the critics upwards, the public to the right. */
const PLACES: Record<Quadrant['quadrant'], readonly [number, number]> = {
  critics_only: [0, 0],
  both_high: [1, 0],
  both_low: [0, 1],
  audience_only: [1, 1],
}

/** What films earn by who likes them: the four quarters of the plane, each as strong as its median. */
export function Quadrants({ report, height }: { report: CorrelationReport; height: number }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const quadrants = report.revenue_by_quadrant
  const most = Math.max(0, ...quadrants.map(({ median_box_office_usd }) => median_box_office_usd ?? 0))
  const tile = (height - TOP - BELOW - TILE.gap) / 2
  const bottom = height - BELOW
  return (
    <svg
      data-chart="quadrants"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      fontFamily={FONT_STACK}
      role="img"
      aria-label={t('correlation.quadrants_title')}
      data-testid="quadrants"
    >
      <text x={LEFT} y={14} fontSize={13} fontWeight={600} fill="var(--chart-ink)">
        {t('correlation.quadrants_title')}
      </text>
      <text x={LEFT} y={32} fontSize={11.5} fill="var(--chart-axis)">
        {t('correlation.quadrants_note')}
      </text>
      {quadrants.map((each) => (
        <Tile key={each.quadrant} quadrant={each} most={most} height={tile} />
      ))}
      <g fontSize={11.5} fill="var(--chart-axis)">
        <text x={LEFT} y={bottom + 18}>
          {t('correlation.public_low', { value: format.decimal(report.thresholds.imdb_rating, 1) })}
        </text>
        <text x={WIDTH} y={bottom + 18} textAnchor="end">
          {t('correlation.public_high', { value: format.decimal(report.thresholds.imdb_rating, 1) })}
        </text>
        <text transform={`translate(${LEFT - 10} ${TOP + tile}) rotate(-90)`} textAnchor="start">
          {t('correlation.critics_high', { value: format.integer(report.thresholds.tomato_meter) })}
        </text>
        <text transform={`translate(${LEFT - 10} ${bottom}) rotate(-90)`} textAnchor="start">
          {t('correlation.critics_low', { value: format.integer(report.thresholds.tomato_meter) })}
        </text>
      </g>
    </svg>
  )
}

function Tile({ quadrant: each, most, height }: { quadrant: Quadrant; most: number; height: number }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { quadrant, n, n_with_box_office, median_box_office_usd } = each
  const [column, row] = PLACES[quadrant]
  const x = LEFT + column * (TILE.width + TILE.gap)
  const y = TOP + row * (height + TILE.gap)
  const share = most === 0 ? 0 : (median_box_office_usd ?? 0) / most
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={TILE.width}
        height={height}
        rx={6}
        fill="var(--chart-3)"
        fillOpacity={0.06 + 0.28 * share}
      />
      <g fill="var(--chart-ink)">
        <text x={x + 12} y={y + 24} fontSize={12} fontWeight={550}>
          {t(`correlation.quadrants.${quadrant}`)}
        </text>
        <text x={x + 12} y={y + height / 2 + 6} fontSize={23} fontWeight={640} letterSpacing={-0.4}>
          {format.moneyBrief(median_box_office_usd)}
        </text>
      </g>
      <g fontSize={11.5} fill="var(--chart-axis)">
        <text x={x + 12} y={y + height - 28}>
          {t('films', { count: n, formatted: format.integer(n) })}
        </text>
        <text x={x + 12} y={y + height - 12}>
          {t('correlation.with_box_office', {
            formatted: format.integer(n_with_box_office),
            count: n_with_box_office,
          })}
        </text>
      </g>
    </g>
  )
}
