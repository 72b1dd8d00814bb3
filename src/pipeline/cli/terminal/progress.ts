import type { EngineEvent, Job, Step } from '../../api.ts'
import { count, decimal, plural, seconds } from './format.ts'
import type { Log } from './log.ts'

const BAR_WIDTH = 24
const ERASE_LINE = '\r\u001b[K'

/**
 * What a job does, on the standard error: a bar that moves on a terminal, a line a step otherwise, and the
 * job's log by its levels. Returns the listener for the engine's events.
 */
export function showProgress(
  log: Log,
  stream: NodeJS.WriteStream = process.stderr,
): (event: EngineEvent) => void {
  const told = new Set<string>()
  const hasBar = stream.isTTY && log.shows('info')

  return (event) => {
    if (event.type === 'log') {
      // What a step says of itself is in its line and on the bar.
      const level = event.kind === 'line' ? event.level : 'debug'
      if (event.kind === 'state' || !log.shows(level)) return
      if (hasBar) stream.write(ERASE_LINE)
      log.write(level, event.kind === 'line' ? event.message : `${event.step}: ${event.message}`)
    }
    if (event.type !== 'job') return
    const { job } = event
    if (hasBar) stream.write(ERASE_LINE)
    for (const step of job.steps) {
      if (step.state === 'waiting' || (step.state === 'running' && hasBar)) continue
      const key = `${job.job_id} ${step.key} ${step.state}`
      if (told.has(key)) continue
      told.add(key)
      log.write(step.state === 'running' ? 'debug' : 'info', stepLine(step))
    }
    if (hasBar && job.state === 'running') stream.write(barLine(job))
  }
}

function stepLine(step: Step): string {
  const facts = [
    step.rows === null ? null : plural(step.rows, 'row'),
    step.seconds === null ? null : seconds(step.seconds),
  ].filter((fact) => fact !== null)
  return `${step.key}: ${step.state}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
}

function barLine(job: Job): string {
  const filled = Math.round(job.progress * BAR_WIDTH)
  const step = job.steps.find((each) => each.state === 'running')
  const rows = step?.rows ? ` · ${count(step.rows)} rows` : ''
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
  return `${bar} ${decimal(job.progress * 100, 0).padStart(3)} %  ${step?.key ?? job.verb}${rows} · ${decimal(job.seconds, 1)} s`
}
