import type { BalanceLine } from '../../../../pipeline/api.ts'

/** Where a row may go, from the top down. */
export const TARGETS = ['rows_out', 'merged', 'rejected'] as const
export type Target = (typeof TARGETS)[number]

export type Total = Omit<BalanceLine, 'source'>

export function totalOf(balance: readonly BalanceLine[]): Total {
  const sum = (key: keyof Total) => balance.reduce((all, line) => all + line[key], 0)
  return {
    rows_in: sum('rows_in'),
    rows_out: sum('rows_out'),
    rejected: sum('rejected'),
    merged: sum('merged'),
  }
}

export function isBalanced({ rows_in, rows_out, rejected, merged }: Total): boolean {
  return rows_in === rows_out + rejected + merged
}

export interface FlowNode<Key> {
  key: Key
  rows: number
  /** Of its bar. */
  y: number
  height: number
  /** Where its label stands. */
  middle: number
}

export interface FlowLink {
  source: string
  target: Target
  rows: number
  /** The upper edge at its source and at its target. */
  from: number
  to: number
  thickness: number
}

export interface FlowLayout {
  sources: FlowNode<string>[]
  targets: FlowNode<Target>[]
  links: FlowLink[]
  height: number
}

/** What all rows together are as thick as. */
const ALL = 190
/** A flow of any row at all is seen. */
const LEAST = 2
/** Room for a label of two lines. */
const SLOT = 38
const GAP = 12

/**
 * Sources on the left, outcomes on the right, a ribbon for each flow between them, as thick as its rows (in
 * pixels). Sources keep their order.
 */
export function layoutFlow(balance: readonly BalanceLine[]): FlowLayout {
  const { rows_out, merged, rejected } = totalOf(balance)
  const all = Math.max(1, rows_out + merged + rejected)
  const flows = balance.flatMap((line) =>
    TARGETS.filter((target) => line[target] > 0).map((target) => ({
      source: line.source,
      target,
      rows: line[target],
      thickness: Math.max(LEAST, (line[target] / all) * ALL),
    })),
  )
  const thick = (those: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(those).reduce((sum, { thickness }) => sum + thickness, 0)
  const left = stack(
    balance.map(({ source, rows_in }) => ({
      key: source,
      rows: rows_in,
      height: thick((flow) => flow.source === source),
    })),
  )
  const right = stack(
    TARGETS.map((target) => ({
      key: target,
      rows: { rows_out, merged, rejected }[target],
      height: thick((flow) => flow.target === target),
    })),
  )
  const height = Math.max(left.height, right.height)
  const sources = centred(left, height)
  const targets = centred(right, height)
  const at = new Map<string, number>([...sources, ...targets].map(({ key, y }) => [key, y]))
  const place = (key: string, thickness: number) => {
    const y = at.get(key) ?? 0
    at.set(key, y + thickness)
    return y
  }
  const links = flows.map((flow) => ({
    ...flow,
    from: place(flow.source, flow.thickness),
    to: place(flow.target, flow.thickness),
  }))
  return { sources, targets, links, height }
}

interface Stack<Key> {
  nodes: FlowNode<Key>[]
  height: number
}

function stack<Key>(nodes: readonly { key: Key; rows: number; height: number }[]): Stack<Key> {
  let top = 0
  const placed = nodes.map((node) => {
    const slot = Math.max(SLOT, node.height)
    const middle = top + slot / 2
    top += slot + GAP
    return { ...node, y: middle - node.height / 2, middle }
  })
  return { nodes: placed, height: Math.max(0, top - GAP) }
}

function centred<Key>({ nodes, height }: Stack<Key>, whole: number): FlowNode<Key>[] {
  const down = (whole - height) / 2
  return nodes.map((node) => ({ ...node, y: node.y + down, middle: node.middle + down }))
}

/** The outline of a ribbon between two bars. */
export function ribbon({ from, to, thickness }: FlowLink, left: number, right: number): string {
  const middle = (left + right) / 2
  const edge = (down: number) => `${left} ${from + down}`
  return [
    `M${edge(0)}`,
    `C${middle} ${from} ${middle} ${to} ${right} ${to}`,
    `L${right} ${to + thickness}`,
    `C${middle} ${to + thickness} ${middle} ${from + thickness} ${edge(thickness)}Z`,
  ].join('')
}
