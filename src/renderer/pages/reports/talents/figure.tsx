import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlotNote } from '../../../charts/axes.tsx'
import { CONTRIBUTED_SIGN } from '../../../charts/contributed-sign.ts'
import { ChartFrame } from '../../../charts/frame.tsx'
import { RowBars, RowDots } from '../../../charts/rows/row-bars.tsx'
import { rowLayout } from '../../../charts/rows/row-layout.ts'
import { namesWidth, RowNames } from '../../../charts/rows/row-names.tsx'
import { RowPanel, rowsHeight } from '../../../charts/rows/row-panel.tsx'
import classes from '../../../charts/rows/rows.module.css'
import { niceTicks } from '../../../charts/ticks.ts'
import { asSentence } from '../../../charts/tooltip-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import { NoTalent } from './no-talent.tsx'
import type { Talent } from './text.ts'
import { talentSentence } from './tooltip-text.ts'

const ROW = 24
const NAMES = 220
/** Of the room right of the names, for the rating and for the box office a minute. */
const SHARES = [0.24, 0.3]

export interface TalentsFigureProps {
  talents: readonly Talent[]
  label: string
  description: string
  opened?: string | null
  onOpen?: (person: string) => void
}

/** A talent a row: what their films made in all, how they were liked, what they made a minute. */
export function TalentsFigure({ talents, label, description, opened = null, onOpen }: TalentsFigureProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [hovered, setActive] = useState<number | null>(null)
  const openedRow = talents.findIndex(({ person_id }) => person_id === opened)
  const active = hovered ?? (openedRow < 0 ? null : openedRow)
  const count = talents.length
  if (count === 0) return <NoTalent />
  const names = talents.map(({ name, films }) => ({
    name,
    note: t('films', { count: films, formatted: format.integer(films) }),
  }))
  const open = onOpen && ((index: number) => talents[index] && onOpen(talents[index].person_id))
  const shared = { count, rowHeight: ROW, active, onActive: setActive, ...(open ? { onOpen: open } : {}) }
  const money = talents.map(({ box_office_usd }) => box_office_usd)
  const ratings = talents.map(({ mean_imdb_rating }) => mean_imdb_rating)
  const perMinute = talents.map(({ revenue_per_minute }) => revenue_per_minute)
  const most = (values: (number | null)[]) => Math.max(0, ...values.map((each) => each ?? 0))
  const known = ratings.flatMap((each) => (each === null ? [] : [each]))

  return (
    <ChartFrame
      label={label}
      description={`${description} ${t('talents.keyboard')}`}
      height={rowsHeight(count, ROW)}
      count={count}
      active={hovered}
      onActive={setActive}
      {...(open ? { onOpen: open } : {})}
      speak={(index) => (talents[index] ? asSentence(talentSentence({ t, format }, talents[index])) : '')}
      className={classes.panels}
    >
      {(width) => {
        const left = namesWidth(names, NAMES)
        const { isStacked, widths } = rowLayout(width, left, SHARES)
        const others = isStacked ? { left } : {}
        const repeated = isStacked && <RowNames names={names} active={active} />
        return (
          <>
            <RowPanel
              {...shared}
              width={widths[0] ?? width}
              left={left}
              right={76}
              title={t('talents.axis_money')}
              ticks={niceTicks(0, most(money), { count: 3 })}
              format={(value) => format.moneyShort(value)}
            >
              <RowNames names={names} active={active} />
              <RowBars
                values={money}
                labels={talents.map(({ box_office_usd, contributed }) =>
                  [format.moneyBrief(box_office_usd), contributed > 0 && CONTRIBUTED_SIGN]
                    .filter(Boolean)
                    .join(' '),
                )}
                colour="var(--chart-3)"
                active={active}
              />
            </RowPanel>
            <RowPanel
              {...shared}
              {...others}
              width={widths[1] ?? width}
              right={46}
              title={t('talents.axis_imdb')}
              ticks={
                known.length > 0
                  ? niceTicks(Math.min(...known), Math.max(...known), { count: 3, least: 0.5 })
                  : [0, 10]
              }
              format={(value) => format.decimal(value, value % 1 ? 1 : 0)}
            >
              {repeated}
              {known.length === 0 && <PlotNote text={t('none_known')} />}
              <RowDots
                values={ratings}
                labels={ratings.map((value) => format.decimal(value, 1))}
                colour="var(--chart-2)"
                active={active}
              />
            </RowPanel>
            <RowPanel
              {...shared}
              {...others}
              width={widths[2] ?? width}
              right={76}
              title={t('talents.axis_per_minute')}
              ticks={niceTicks(0, most(perMinute), { count: 2 })}
              format={(value) => format.moneyShort(value)}
            >
              {repeated}
              <RowBars
                values={perMinute}
                labels={perMinute.map((value) => format.moneyBrief(value))}
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
