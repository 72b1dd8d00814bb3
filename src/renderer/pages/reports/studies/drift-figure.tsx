import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineReport } from '../../../../pipeline/api.ts'
import { ChartFrame } from '../../../charts/frame.tsx'
import { Columns } from '../../../charts/marks/columns.tsx'
import { niceTicks } from '../../../charts/ticks.ts'
import { TimePanel, timeDomain } from '../../../charts/time-panel.tsx'
import { asSentence, type TooltipText } from '../../../charts/tooltip-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import { bucketName, middleOf } from '../timeline/buckets.ts'
import { type DecadeMean, decadeMeans } from './drift.ts'

const HEIGHTS = { mean: 220, films: 150 }
const DECADE = 10
const FILL = 0.6

/** What a film of each decade made, and of how many films that is the mean. */
export function DriftFigure(props: { report: TimelineReport; label: string; description: string }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [active, setActive] = useState<number | null>(null)
  const means = decadeMeans(props.report)
  const chosen = active === null ? undefined : means[active]
  const words = ({ year, mean, films }: DecadeMean): TooltipText => ({
    title: bucketName({ t, format }, year, 'decade'),
    rows: [
      [t('studies.drift.axis_mean'), format.moneyBrief(mean)],
      [t('columns.with_box_office'), format.integer(films)],
    ],
  })
  const columns = (value: (mean: DecadeMean) => number) =>
    means.map((each) => ({ x: middleOf(each.year, 'decade'), value: value(each) }))
  const most = (values: number[]) => Math.max(0, ...values)
  return (
    <ChartFrame
      label={props.label}
      description={props.description}
      height={HEIGHTS.mean + HEIGHTS.films}
      count={means.length}
      active={active}
      onActive={setActive}
      speak={(index) => (means[index] ? asSentence(words(means[index])) : '')}
    >
      {(width) => {
        const shared = {
          width,
          domain: timeDomain(means, DECADE, 4),
          buckets: means,
          span: DECADE,
          active,
          onActive: setActive,
        }
        return (
          <>
            <TimePanel
              {...shared}
              height={HEIGHTS.mean}
              title={t('studies.drift.axis_mean')}
              ticks={niceTicks(0, most(means.map(({ mean }) => mean)), { count: 4 })}
              format={(value) => format.moneyShort(value)}
              tooltip={chosen && { x: middleOf(chosen.year, 'decade'), text: words(chosen) }}
            >
              <Columns
                columns={columns(({ mean }) => mean)}
                width={DECADE * FILL}
                colour="var(--chart-3)"
                active={active}
              />
            </TimePanel>
            <TimePanel
              {...shared}
              height={HEIGHTS.films}
              title={t('studies.drift.axis_films')}
              ticks={niceTicks(0, most(means.map(({ films }) => films)), { count: 3, least: 1 })}
              format={(value) => format.integer(value)}
              showsYears
            >
              <Columns
                columns={columns(({ films }) => films)}
                width={DECADE * FILL}
                colour="var(--chart-1)"
                active={active}
              />
            </TimePanel>
          </>
        )
      }}
    </ChartFrame>
  )
}
