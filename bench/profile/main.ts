/**
 * `node bench/profile/main.ts FOLDER`: lands the files of a folder in a lake of its own, transforms them, and
 * tells what each step and statement took, by the clock and in processor time. Processor time is the one to
 * compare on a machine that does other things as well.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../../src/pipeline/engine.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [from] = positionals
if (from === undefined) {
  console.error('Usage: node bench/profile/main.ts FOLDER')
  process.exit(2)
}

interface Lap {
  what: string
  seconds: number
  cpu: number
  rss_mb: number
}
const laps: Lap[] = []
let current = ''
let [clock, cpu] = [performance.now(), process.cpuUsage()]

function lap(next: string): void {
  if (next === current) return
  const used = process.cpuUsage(cpu)
  const round = (value: number) => Math.round(value * 100) / 100
  if (current !== '')
    laps.push({
      what: current,
      seconds: round((performance.now() - clock) / 1000),
      cpu: round((used.user + used.system) / 1e6),
      rss_mb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    })
  current = next
  clock = performance.now()
  cpu = process.cpuUsage()
}

const lake = await mkdtemp(join(tmpdir(), 'cine-profile-'))
const engine = await openEngine({ lake })
engine.subscribe((event) => {
  if (event.type !== 'job') return
  const running = event.job.steps.find((step) => step.state === 'running')
  if (running) lap(`${running.key}: ${running.message ?? ''}`)
})
try {
  const { run } = await engine.request('pipeline.run', { from })
  lap('')
  console.table(laps)
  console.log({ seconds: run.seconds, peak_mb: Math.round(run.peak_rss_bytes / 2 ** 20) })
} finally {
  await engine.close()
  await rm(lake, { recursive: true, force: true })
}
