import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineReport } from '../../../../pipeline/api.ts'
import { PlotNote } from '../../../charts/axes.tsx'
import { ChartFrame } from '../../../charts/frame.tsx'
import { Columns } from '../../../charts/marks/columns.tsx'
import { ContributedMarks } from '../../../charts/marks/contributed.tsx'
import { niceTicks } from '../../../charts/ticks.ts'
import { TimePanel, type TimePanelProps, timeDomain } from '../../../charts/time-panel.tsx'
import { asSentence } from '../../../charts/tooltip-text.ts'
import { useChartHeight } from '../../../charts/use-chart-height.ts'
import { setFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { asYears, middleOf, segments, spanOf, yearsOf } from './buckets.ts'
import { RatingLine } from './rating-line.tsx'
import { bucketText } from './tooltip-text.ts'

/** How the three panels share the height. */
const SHARES = { films: 0.31, money: 0.34 }
/** How much of its place a bar fills. */
const FILL = 0.78

export interface TimelineFigureProps {
  report: TimelineReport
  label: string
  description: string
}

/** Three measures over the same years, each on an axis of its own: none borrows the scale of another. */
export function TimelineFigure({ report, label, description }: TimelineFigureProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [active, setActive] = useState<number | null>(null)
  const [brush, setBrush] = useState<[number, number] | null>(null)
  const { buckets, by } = report
  const height = useChartHeight(360, 640)
  const heights = { films: Math.round(height * SHARES.films), money: Math.round(height * SHARES.money) }
  const span = spanOf(by)
  const chosen = active === null ? undefined : buckets[active]
  const bars = (value: (bucket: (typeof buckets)[number]) => number | null) =>
    buckets.map((bucket) => ({ x: middleOf(bucket.year, by), value: value(bucket) }))
  const most = (value: (bucket: (typeof buckets)[number]) => number | null) =>
    Math.max(0, ...buckets.map((bucket) => value(bucket) ?? 0))
  const ratings = buckets.flatMap(({ mean_imdb_rating }) =>
    mean_imdb_rating === null ? [] : [mean_imdb_rating],
  )
  const brushed = brush && asYears(brush, buckets, by)

  const open = (index: number) => {
    const bucket = buckets[index]
    if (!bucket) return
    const [from_year, to_year] = yearsOf(bucket.year, by)
    setFilters({ from_year, to_year })
  }
  const onBrush = (range: [number, number] | null, isDone: boolean) => {
    setActive(null)
    setBrush(isDone ? null : range)
    const years = isDone && range ? asYears(range, buckets, by) : null
    if (years) setFilters({ from_year: years[0], to_year: years[1] })
  }

  return (
    <ChartFrame
      label={label}
      description={`${description} ${t('timeline.keyboard')}`}
      height={height}
      count={buckets.length}
      active={active}
      onActive={setActive}
      onOpen={open}
      speak={(index) => (buckets[index] ? asSentence(bucketText({ t, format }, buckets[index], by)) : '')}
    >
      {(width) => {
        const shared = {
          width,
          domain: timeDomain(buckets, span),
          buckets,
          span,
          active,
          onActive: setActive,
          onOpen: open,
          onBrush,
          brush: brushed ? [brushed[0] - 0.5, brushed[1] + 0.5] : null,
        } satisfies Partial<TimePanelProps>
        return (
          <>
            <TimePanel
              {...shared}
              height={heights.films}
              title={t(report.without_box_office > 0 ? 'timeline.axis_films_parted' : 'timeline.axis_films')}
              ticks={niceTicks(
                0,
                most((bucket) => bucket.films),
                { count: 3, least: 1 },
              )}
              format={(value) => format.integer(value)}
              brushText={brushed ? t('range', { low: String(brushed[0]), high: String(brushed[1]) }) : ''}
            >
              <Columns
                columns={bars((bucket) => bucket.films)}
                width={span * FILL}
                colour="var(--chart-6)"
                active={active}
              />
              <Columns
                columns={bars((bucket) => bucket.films_with_box_office)}
                width={span * FILL}
                colour="var(--chart-1)"
                active={active}
              />
            </TimePanel>
            <TimePanel
              {...shared}
              height={heights.money}
              title={t('timeline.axis_money')}
              ticks={niceTicks(
                0,
                most((bucket) => bucket.box_office_usd),
                { count: 3 },
              )}
              format={(value) => format.moneyShort(value)}
              tooltip={
                chosen && { x: middleOf(chosen.year, by), text: bucketText({ t, format }, chosen, by) }
              }
            >
              {most((bucket) => bucket.box_office_usd) === 0 && <PlotNote text={t('none_known')} />}
              <Columns
                columns={bars((bucket) => bucket.box_office_usd)}
                width={span * FILL}
                colour="var(--chart-3)"
                active={active}
              />
              <ContributedMarks
                points={buckets
                  .filter(({ contributed }) => contributed > 0)
                  .map(({ year, box_office_usd }) => ({ x: middleOf(year, by), y: box_office_usd ?? 0 }))}
              />
            </TimePanel>
            <TimePanel
              {...shared}
              height={height - heights.films - heights.money}
              title={t('timeline.axis_imdb')}
              ticks={
                ratings.length > 0
                  ? niceTicks(Math.min(...ratings), Math.max(...ratings), { count: 4, least: 0.5 })
                  : [0, 10]
              }
              format={(value) => format.decimal(value, value % 1 ? 1 : 0)}
              showsYears
            >
              {ratings.length === 0 && <PlotNote text={t('none_known')} />}
              <RatingLine
                segments={segments(buckets, by)}
                active={
                  chosen?.mean_imdb_rating == null
                    ? null
                    : { x: middleOf(chosen.year, by), y: chosen.mean_imdb_rating }
                }
              />
            </TimePanel>
          </>
        )
      }}
    </ChartFrame>
  )
}
