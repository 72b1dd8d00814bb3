import { useTranslation } from 'react-i18next'
import { usePlotArea } from 'recharts'
import { usePlace } from '../../../charts/plot-surface.tsx'
import { useFormat } from '../../../i18n/format.ts'

/** The two medians: they part the plane into the quadrants of the panel beside it. */
export function Thresholds({ imdb, critics }: { imdb: number | null; critics: number | null }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const place = usePlace()
  const plot = usePlotArea()
  if (!place || !plot || imdb === null || critics === null) return null
  const at = place(imdb, critics)
  return (
    <g
      pointerEvents="none"
      stroke="var(--chart-axis)"
      strokeDasharray="2 4"
      fontSize={11}
      fill="var(--chart-axis)"
    >
      <line x1={at.x} x2={at.x} y1={plot.y} y2={plot.y + plot.height} />
      <line x1={plot.x} x2={plot.x + plot.width} y1={at.y} y2={at.y} />
      <g stroke="none">
        <text x={at.x} y={plot.y - 6} textAnchor="middle">
          {t('correlation.median', { value: format.decimal(imdb, 1) })}
        </text>
        <text x={plot.x + plot.width} y={at.y - 5} textAnchor="end">
          {t('correlation.median', { value: format.percent(critics / 100) })}
        </text>
      </g>
    </g>
  )
}
