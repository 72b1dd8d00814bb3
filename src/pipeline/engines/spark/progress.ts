import type { Run } from '../run.ts'
import type { SparkMessage } from './message.ts'
import { followStages, type Tasks } from './stages.ts'

/** A statement is not over when the stages that run now are: others may follow. */
const OF_STAGES = 0.9

/** Tells the step `transform` what YARN, the driver and the stages of Spark say of a job. */
export class SparkProgress {
  readonly #run: Pick<Run, 'onStep' | 'onLog'>
  readonly #over = new AbortController()
  #statement: Extract<SparkMessage, { event: 'statement' }> | null = null
  #share = 0

  constructor(run: Pick<Run, 'onStep' | 'onLog'>) {
    this.#run = run
  }

  /** While the job waits, and until its driver says something. */
  onYarnState(state: string): void {
    if (!this.#statement) this.#run.onStep('transform', { message: `YARN: ${state}` })
  }

  onMessage(message: SparkMessage): void {
    if (message.event === 'started') {
      const { application_id, web_url } = message
      this.#run.onLog?.('info', `Spark: ${[application_id, web_url ?? ''].join(' ').trim()}`)
      if (web_url)
        void followStages(web_url, application_id, (tasks) => this.#onTasks(tasks), this.#over.signal)
    }
    if (message.event !== 'statement') return
    this.#statement = message
    this.#share = 0
    this.#run.onStep('transform', { progress: message.done / message.total, message: message.name })
  }

  /** Nothing more is asked or told. */
  end(): void {
    this.#over.abort()
  }

  #onTasks({ done, total }: Tasks): void {
    if (!this.#statement) return
    // The next stage of the same statement begins at nothing: the bar stays where it is.
    this.#share = Math.max(this.#share, (OF_STAGES * done) / total)
    const progress = (this.#statement.done + this.#share) / this.#statement.total
    this.#run.onStep('transform', {
      progress,
      ...(total > 1 ? { message: `${this.#statement.name} (${done}/${total})` } : {}),
    })
  }
}
