import { useViewportSize } from '@mantine/hooks'

/** The room that the frame of the window, the finding and the source line take. */
const AROUND = 392

/** As high as lets the whole chart be seen at once, within reason. */
export function useChartHeight(least: number, most: number): number {
  const { height } = useViewportSize()
  // Not measured yet: the size of a new window.
  const room = (height || 820) - AROUND
  return Math.round(Math.min(most, Math.max(least, room)))
}
