import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GenresReport } from '../../../../pipeline/api.ts'
import { navigate } from '../../../app/router.ts'
import { CONTRIBUTED_SIGN } from '../../../charts/contributed-sign.ts'
import { ChartFrame } from '../../../charts/frame.tsx'
import { ActivePoint, Points } from '../../../charts/marks/points.tsx'
import { RowBars } from '../../../charts/rows/row-bars.tsx'
import { RowBoxes } from '../../../charts/rows/row-boxes.tsx'
import { rowLayout } from '../../../charts/rows/row-layout.ts'
import { namesWidth, RowNames } from '../../../charts/rows/row-names.tsx'
import { RowPanel, rowMiddle, rowsHeight } from '../../../charts/rows/row-panel.tsx'
import classes from '../../../charts/rows/rows.module.css'
import { MINUTE_STEPS, niceTicks } from '../../../charts/ticks.ts'
import { TooltipAt } from '../../../charts/tooltip.tsx'
import { asSentence } from '../../../charts/tooltip-text.ts'
import { setFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { outlierMarks } from './outliers.ts'
import { genreText, outlierText } from './tooltip-text.ts'

const ROW = 27
const NAMES = 190
const VALUES = 74
/** Of the room right of the names, for each of the two measures of money. */
const SHARES = [0.24, 0.24]

/** Running times on the left, what they earn on the right, a genre a row: longest median first. */
export function GenresFigure(props: { report: GenresReport; label: string; description: string }) {
  const { report, label, description } = props
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [active, setActive] = useState<number | null>(null)
  const [outlier, setOutlier] = useState<number | null>(null)
  const { genres } = report
  const count = genres.length
  const outliers = useMemo(() => outlierMarks(report), [report])
  const names = genres.map(({ genre, n }) => ({ name: genre, note: `n = ${format.integer(n)}` }))
  const places = outliers.map(({ minutes, row }) => ({ x: minutes, y: rowMiddle(row, count) }))
  const chosen = active === null ? undefined : genres[active]
  const film = outlier === null ? undefined : outliers[outlier]
  const filter = (index: number) => genres[index] && setFilters({ genres: [genres[index].genre] })
  const shared = { count, rowHeight: ROW, active, onActive: setActive, onOpen: filter }
  const longest = Math.max(0, ...genres.map(({ max }) => max))
  const shortest = Math.min(longest, ...genres.map(({ min }) => min))
  const money = genres.map(({ median_box_office_usd }) => median_box_office_usd)
  const perMinute = genres.map(({ median_revenue_per_minute }) => median_revenue_per_minute)
  const signed = (values: (number | null)[]) =>
    values.map((value, row) =>
      [format.moneyBrief(value), (genres[row]?.contributed ?? 0) > 0 && CONTRIBUTED_SIGN]
        .filter(Boolean)
        .join(' '),
    )
  const scale = (values: (number | null)[]) =>
    niceTicks(0, Math.max(0, ...values.map((each) => each ?? 0)), { count: 2 })

  return (
    <ChartFrame
      label={label}
      description={`${description} ${t('genres.keyboard')}`}
      height={rowsHeight(count, ROW)}
      count={count}
      active={active}
      onActive={(index) => {
        setActive(index)
        setOutlier(null)
      }}
      onOpen={filter}
      speak={(index) => (genres[index] ? asSentence(genreText({ t, format }, genres[index])) : '')}
      className={classes.panels}
    >
      {(width) => {
        const left = namesWidth(names, NAMES)
        const { isStacked, widths } = rowLayout(width, left, SHARES)
        const others = isStacked ? { left, right: VALUES } : { right: VALUES }
        const repeated = isStacked && <RowNames names={names} active={active} />
        return (
          <>
            <RowPanel
              {...shared}
              width={widths[0] ?? width}
              left={left}
              right={40}
              title={t('genres.axis_minutes')}
              ticks={niceTicks(shortest, longest, { count: 8, steps: MINUTE_STEPS })}
              format={(value) => format.integer(value)}
              marks={places}
              onMark={setOutlier}
              onOpenMark={(index) => {
                const chosen = outliers[index]
                if (chosen) navigate({ page: 'explorer', film: chosen.film })
              }}
            >
              <RowNames names={names} active={active} />
              <Points points={places} colour="var(--chart-1)" radius={2.2} opacity={0.4} />
              <RowBoxes boxes={genres} colour="var(--chart-1)" active={active} />
              {film && (
                <ActivePoint
                  x={film.minutes}
                  y={rowMiddle(film.row, count)}
                  colour="var(--chart-2)"
                  radius={4}
                />
              )}
              {film && (
                <TooltipAt
                  x={film.minutes}
                  y={rowMiddle(film.row, count)}
                  text={outlierText({ t, format }, film, genres)}
                />
              )}
              {chosen && !film && active !== null && (
                <TooltipAt
                  staysRight
                  x={chosen.whisker_high}
                  y={rowMiddle(active, count)}
                  text={genreText({ t, format }, chosen)}
                />
              )}
            </RowPanel>
            <RowPanel
              {...shared}
              {...others}
              width={widths[1] ?? width}
              title={t('genres.axis_money')}
              ticks={scale(money)}
              format={(value) => format.moneyShort(value)}
            >
              {repeated}
              <RowBars values={money} labels={signed(money)} colour="var(--chart-3)" active={active} />
            </RowPanel>
            <RowPanel
              {...shared}
              {...others}
              width={widths[2] ?? width}
              title={t('genres.axis_per_minute')}
              ticks={scale(perMinute)}
              format={(value) => format.moneyShort(value)}
            >
              {repeated}
              <RowBars
                values={perMinute}
                labels={signed(perMinute)}
                colour="var(--chart-5)"
                active={active}
              />
            </RowPanel>
          </>
        )
      }}
    </ChartFrame>
  )
}
