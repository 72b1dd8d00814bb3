import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../../../charts/frame.tsx'
import { Columns } from '../../../charts/marks/columns.tsx'
import { niceTicks } from '../../../charts/ticks.ts'
import { TimePanel, timeDomain } from '../../../charts/time-panel.tsx'
import { asSentence, type TooltipText } from '../../../charts/tooltip-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Talent } from './text.ts'

const HEIGHT = { money: 170, films: 120 }

/** What the films of one talent made, and how many there were, year by year. */
export function TalentYears({ talent }: { talent: Talent }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [active, setActive] = useState<number | null>(null)
  const { by_year: years, name } = talent
  if (years.length === 0) return <p>{t('talents.no_year')}</p>
  const first = years[0]?.year ?? 0
  const last = years.at(-1)?.year ?? 0
  const most = (values: (number | null)[]) => Math.max(0, ...values.map((each) => each ?? 0))
  const chosen = active === null ? undefined : years[active]
  const words = (year: Talent['by_year'][number]): TooltipText => ({
    title: String(year.year),
    rows: [
      [t('columns.box_office'), format.moneyBrief(year.box_office_usd)],
      [t('columns.films'), format.integer(year.films)],
    ],
  })
  const columns = (value: (year: Talent['by_year'][number]) => number | null) =>
    years.map((year) => ({ x: year.year, value: value(year) }))

  return (
    <ChartFrame
      label={t('talents.years_label', { name })}
      description={t('talents.years_description', { name, from: String(first), to: String(last) })}
      height={HEIGHT.money + HEIGHT.films}
      count={years.length}
      active={active}
      onActive={setActive}
      speak={(index) => (years[index] ? asSentence(words(years[index])) : '')}
    >
      {(width) => {
        const shared = {
          width,
          domain: timeDomain(years, 1),
          buckets: years,
          span: 1,
          active,
          onActive: setActive,
        }
        return (
          <>
            <TimePanel
              {...shared}
              height={HEIGHT.money}
              title={t('timeline.axis_money')}
              ticks={niceTicks(0, most(years.map(({ box_office_usd }) => box_office_usd)), { count: 3 })}
              format={(value) => format.moneyShort(value)}
              tooltip={chosen && { x: chosen.year, text: words(chosen) }}
            >
              <Columns
                columns={columns((year) => year.box_office_usd)}
                width={0.78}
                colour="var(--chart-3)"
                active={active}
              />
            </TimePanel>
            <TimePanel
              {...shared}
              height={HEIGHT.films}
              title={t('talents.axis_films')}
              ticks={niceTicks(0, most(years.map(({ films }) => films)), { count: 2, least: 1 })}
              format={(value) => format.integer(value)}
              showsYears
            >
              <Columns
                columns={columns((year) => year.films)}
                width={0.78}
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
