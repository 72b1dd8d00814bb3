import { useElementSize } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceLine } from '../../../../pipeline/api.ts'
import { textWidth } from '../../../charts/measure-text.ts'
import { shorten } from '../../../charts/shorten.ts'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './flow.module.css'
import { type FlowLink, layoutFlow, ribbon, totalOf } from './layout.ts'

const LABEL = 210
const BAR = 9
const PAD = 10

/** The rows of each source on their way to where they ended. The table beneath says the same in figures. */
export function FlowFigure({ balance }: { balance: readonly BalanceLine[] }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const sourceName = useSourceName()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [hovered, setHovered] = useState<FlowLink | null>(null)
  const { sources, targets, links, height } = useMemo(() => layoutFlow(balance), [balance])
  const rows = (count: number) => t('rows', { count, formatted: format.integer(count) })
  const left = LABEL + BAR
  const right = Math.max(left + 80, width - LABEL - BAR)
  const name = (text: string) => shorten(text, LABEL - PAD, (part) => textWidth(part, 13, 600))
  const fact = (link: FlowLink) => {
    const of = balance.find(({ source }) => source === link.source)?.rows_in ?? 0
    return t('flow.fact', {
      source: sourceName(link.source),
      target: t(`flow.${link.target}`),
      rows: rows(link.rows),
      share: format.percent(of === 0 ? null : link.rows / of, 1),
    })
  }
  const { rows_in, rows_out, merged, rejected } = totalOf(balance)
  const said = t('flow.said', {
    rows_in: rows(rows_in),
    rows_out: format.integer(rows_out),
    merged: format.integer(merged),
    rejected: format.integer(rejected),
  })
  return (
    <figure className={classes.figure}>
      <div ref={ref}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={said} data-testid="flow-figure">
            {links.map((link) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: what pointing shows is in the table too
              <path
                key={`${link.source} ${link.target}`}
                d={ribbon(link, left, right)}
                className={classes.ribbon}
                data-target={link.target}
                data-dimmed={(hovered !== null && hovered !== link) || undefined}
                onMouseEnter={() => setHovered(link)}
                onMouseLeave={() => setHovered(null)}
              />
            ))}
            {sources.map(({ key, rows: count, y, height: tall, middle }) => (
              <g key={key}>
                <rect x={LABEL} y={y} width={BAR} height={tall} rx={2} className={classes.bar} />
                <Label
                  x={LABEL - PAD}
                  y={middle}
                  anchor="end"
                  name={name(sourceName(key))}
                  value={rows(count)}
                />
              </g>
            ))}
            {targets.map(({ key, rows: count, y, height: tall, middle }) => (
              <g key={key} data-target={key} className={classes.target}>
                <rect x={right} y={y} width={BAR} height={tall} rx={2} />
                <Label
                  x={right + BAR + PAD}
                  y={middle}
                  anchor="start"
                  name={name(t(`flow.${key}`))}
                  value={rows(count)}
                />
              </g>
            ))}
          </svg>
        )}
      </div>
      <figcaption className={classes.caption}>{hovered ? fact(hovered) : t('flow.how')}</figcaption>
    </figure>
  )
}

interface LabelProps {
  x: number
  y: number
  anchor: 'start' | 'end'
  name: string
  value: string
}

function Label({ x, y, anchor, name, value }: LabelProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={classes.label}>
      <tspan x={x} dy="-0.2em" className={classes.name}>
        {name}
      </tspan>
      <tspan x={x} dy="1.3em">
        {value}
      </tspan>
    </text>
  )
}
