import { createContext, type ReactNode, useContext, useState } from 'react'
import { ComposedChart } from 'recharts'
import classes from './frame.module.css'
import { FONT_STACK } from './measure-text.ts'

export interface Margin {
  top: number
  right: number
  bottom: number
  left: number
}

const TooltipHost = createContext<HTMLElement | null>(null)

/** Where a tooltip of the panel goes: HTML above its drawing, in the same pixels. */
export const useTooltipHost = () => useContext(TooltipHost)

export interface PanelProps {
  width: number
  height: number
  margin: Margin
  /** For the marks of Recharts itself; ours bring their own. */
  data?: object[]
  children: ReactNode
}

/** One drawing with its axes. A screen reader gets the text of the frame and the table instead. */
export function Panel({ width, height, margin, data = [], children }: PanelProps) {
  const [host, setHost] = useState<HTMLElement | null>(null)
  return (
    <div className={classes.panel} style={{ width, height }} ref={setHost}>
      <TooltipHost value={host}>
        <div aria-hidden="true">
          <ComposedChart
            width={width}
            height={height}
            margin={margin}
            data={data}
            accessibilityLayer={false}
            style={{ fontFamily: FONT_STACK }}
          >
            {children}
          </ComposedChart>
        </div>
      </TooltipHost>
    </div>
  )
}
