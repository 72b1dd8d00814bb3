import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'

const COLOURS = {
  completed: 'teal',
  published: 'teal',
  current: 'iris',
  unchanged: 'gray',
  cancelled: 'gray',
  pruned: 'gray',
  partial: 'gray',
  running: 'iris',
  failed: 'red',
  interrupted: 'orange',
  warning: 'orange',
} as const

/** How a file’s landing or a run ended, in one word; the colour is on a dot, so that the word can be read. */
export function StateBadge({ name, children }: { name: keyof typeof COLOURS; children: ReactNode }) {
  return (
    <Badge variant="dot" color={COLOURS[name]} size="sm" tt="none" miw="max-content">
      {children}
    </Badge>
  )
}
