import { cpus, totalmem } from 'node:os'
import type { Measured } from './measure.ts'
import { NOTES, type Peer } from './peers.ts'
import { type Summary, summary } from './statistics.ts'

export interface PeerRuns {
  peer: Peer
  runs: Measured[]
}

export interface Settings {
  scale: number
  runs: number
  bytes: number
  rows: { films: number; reviews: number; omdb: number }
}

const HEAD = ['', 'seconds (median, min–max)', 'processor s', 'peak MB', '× floor', 'cine is']

/** The table, what was measured and on what, as Markdown. */
export function report(
  measured: readonly PeerRuns[],
  skipped: readonly string[],
  settings: Settings,
): string {
  const seconds = new Map(measured.map(({ peer, runs }) => [peer.name, median(runs, 'seconds')]))
  const [floor, own] = [seconds.get('floor'), seconds.get('cine')]
  const rows = measured.map(({ peer, runs }) => {
    const time = summary(runs.map((run) => run.seconds))
    return [
      peer.label,
      spread(time),
      median(runs, 'cpu_seconds').toFixed(1),
      String(Math.round(Math.max(...runs.map((run) => run.peak_bytes)) / 2 ** 20)),
      floor === undefined ? '' : (time.median / floor).toFixed(1),
      own === undefined || peer.name === 'cine' ? '' : comparison(time.median / own),
    ]
  })
  const { scale, bytes, rows: counts } = settings
  const number = (count: number) => count.toLocaleString('en-US')
  return [
    `${number(counts.films)} films, ${number(counts.reviews)} reviews, ${number(counts.omdb)} IMDb records (×${scale}), ` +
      `${Math.round(bytes / 1e6)} MB of CSV; ${settings.runs} runs of each, one after the other in turn.`,
    machine(),
    '',
    ...markdown([HEAD, ...rows]),
    '',
    ...landingShare(measured),
    ...skipped.map((reason) => `Left out: ${reason}`),
    ...measured.map(({ peer }) => `- **${peer.label}**: ${NOTES[peer.name]}`),
  ].join('\n')
}

function landingShare(measured: readonly PeerRuns[]): string[] {
  return measured.flatMap(({ peer, runs }) => {
    const { landing } = peer
    if (!landing) return []
    const time = summary(runs.map((run) => landing(run.stdout, run.seconds)))
    return [`Of \`cine\`, ${spread(time)} s are its start and the landing; the rest is the transform.`, '']
  })
}

function comparison(times: number): string {
  return times >= 1 ? `${times.toFixed(1)} × faster` : `${(1 / times).toFixed(1)} × slower`
}

function median(runs: readonly Measured[], name: 'seconds' | 'cpu_seconds'): number {
  return summary(runs.map((run) => run[name])).median
}

function spread({ median, low, high }: Summary): string {
  return `${median.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
}

function machine(): string {
  const [first] = cpus()
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}.`
}

function markdown(rows: readonly string[][]): string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length), 3))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(rows[0] ?? []), line(rule), ...rows.slice(1).map(line)]
}
