import type { MantineTheme } from '@mantine/core'
import { cssVariables, theme } from '../../theme.ts'

const { light } = cssVariables(theme as MantineTheme)
const rules = Object.entries(light).map(([name, value]) => `${name}:${value}`)

/** Paper is white in either theme. Doubled, for it has to win over the theme's own rule. */
export function PrintColours() {
  return <style media="print">{`:root:root:root{${rules.join(';')};color-scheme:light}`}</style>
}
