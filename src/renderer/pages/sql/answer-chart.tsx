import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormat } from '../../i18n/format.ts'
import { chartOf } from './chart-of.ts'
import type { SqlAnswer } from './store.ts'

const TICK = { fill: 'var(--chart-axis)', fontSize: 12 }

/** A quick look at a result; the reports are for showing. */
export function AnswerChart({ answer }: { answer: SqlAnswer }) {
  const { t } = useTranslation('sql')
  const format = useFormat()
  const chart = chartOf(answer)
  if (!chart) {
    return (
      <Text size="sm" c="dimmed" py="lg">
        {t('no_chart')}
      </Text>
    )
  }
  const { kind, points, x, y } = chart
  const number = (value: unknown) =>
    typeof value === 'number' ? format.decimal(value, value % 1 === 0 ? 0 : 2) : String(value)
  const shared = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--chart-grid)" />,
    <XAxis key="x" dataKey="x" tick={TICK} stroke="var(--chart-grid)" minTickGap={24} />,
    <YAxis key="y" tick={TICK} tickFormatter={number} stroke="transparent" width={76} />,
    <Tooltip
      key="tip"
      formatter={(value) => [number(value), y]}
      contentStyle={{
        background: 'var(--surface-card)',
        border: '1px solid var(--border-soft)',
        borderRadius: 7,
      }}
    />,
  ]
  return (
    <figure aria-label={t('chart_label', { x, y })} style={{ margin: 0 }}>
      <ResponsiveContainer width="100%" height={320}>
        {kind === 'line' ? (
          <LineChart data={points}>
            {shared}
            <Line dataKey="y" stroke="var(--chart-1)" strokeWidth={2} dot={false} isAnimationActive={false} />
          </LineChart>
        ) : (
          <BarChart data={points}>
            {shared}
            <Bar dataKey="y" fill="var(--chart-1)" radius={[3, 3, 0, 0]} isAnimationActive={false} />
          </BarChart>
        )}
      </ResponsiveContainer>
    </figure>
  )
}
