import { mkdir } from 'node:fs/promises'
import type { DaemonName } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { writeOwnConf } from '../conf/write.ts'
import { daemonLog, type Jvm } from '../daemons/java-command.ts'
import { type Running, runningDaemons, strays } from '../daemons/registry.ts'
import { DAEMONS, START_ORDER, STOP_ORDER } from '../daemons/specs.ts'
import { startDaemon } from '../daemons/start.ts'
import { stopProcess } from '../daemons/stop.ts'
import { stopDaemons } from '../daemons/stop-daemons.ts'
import { requireOwnHadoop } from '../find/hadoop.ts'
import { requireJava } from '../find/java.ts'
import type { ClusterHome } from '../folders.ts'
import { choosePorts, type PortName, type Ports } from '../ports.ts'
import { processIdentity } from '../processes/identity.ts'
import { writeTools } from './bin.ts'
import { daemonDied } from './death.ts'
import { erase, format, isFormatted } from './format.ts'
import { hdfsOrNull, isDataNodeReady, tooLate, yarnOrNull } from './ready.ts'
import type { OnStep } from './steps.ts'
import { waitFor } from './wait.ts'

/** How long a daemon may take to answer on a machine that is busy. */
const START_LIMIT_MS = 120_000

export interface StartContext {
  env: NodeJS.ProcessEnv
  signal: AbortSignal | undefined
  onStep: OnStep
}

/** Our own cluster as it is being started. */
export class OwnStart {
  readonly started: DaemonName[] = []
  formatted = false
  readonly #jvm: Jvm
  readonly #context: StartContext
  #running: Map<DaemonName, Running>
  #ports!: Ports

  private constructor(jvm: Jvm, running: Map<DaemonName, Running>, context: StartContext) {
    this.#jvm = jvm
    this.#running = running
    this.#context = context
  }

  /** Finds what is needed and what runs. Throws `JAVA_…`, `HADOOP_MISSING`, `CLUSTER_PLATFORM`. */
  static async prepare(home: ClusterHome, context: StartContext): Promise<OwnStart> {
    if (process.platform === 'win32') throw noDaemonsHere()
    const java = await requireJava(context.env)
    const hadoop = await requireOwnHadoop(context.env)
    await mkdir(home.root, { recursive: true })
    return new OwnStart({ home, java, hadoop: hadoop.path }, await runningDaemons(home), context)
  }

  /** Settings, and for `force` an HDFS that is gone. */
  async configure(force: boolean): Promise<boolean> {
    const { home } = this.#jvm
    for (const stray of await strays(home, this.#running)) await stopProcess(stray)
    if (force) {
      await stopDaemons(home, this.#running, STOP_ORDER)
      await erase(home)
      this.#running = new Map()
    }
    const kept = new Set(
      [...this.#running.keys()].flatMap((name): readonly PortName[] => DAEMONS[name].ports),
    )
    this.#ports = await choosePorts(home.ports, kept)
    for (const folder of [home.tmp, home.logs, home.run]) await mkdir(folder, { recursive: true })
    await writeOwnConf(home, this.#ports)
    await writeTools(this.#jvm)
    return this.#running.size < START_ORDER.length
  }

  async format(): Promise<boolean> {
    if (this.#running.has('namenode') || isFormatted(this.#jvm.home)) return false
    await format(this.#jvm, this.#context.env, this.#context.signal)
    this.formatted = true
    return true
  }

  /** All at once: they wait for each other by themselves. */
  async startAll(): Promise<void> {
    for (const name of START_ORDER) {
      if (this.#running.has(name)) continue
      this.#context.signal?.throwIfAborted()
      this.#running.set(name, await startDaemon(this.#jvm, name, this.#context.env))
      this.started.push(name)
    }
  }

  async hdfsAnswers(): Promise<boolean> {
    await this.#ready('namenode', () => hdfsOrNull([this.#http('namenode')], this.#context.signal))
    await this.#ready('datanode', () => isDataNodeReady(this.#http('datanode'), this.#context.signal))
    return this.started.some((name) => name === 'namenode' || name === 'datanode')
  }

  async yarnAnswers(): Promise<boolean> {
    const managers = [this.#http('resourcemanager')]
    const yarn = () => yarnOrNull(managers, this.#context.signal)
    await this.#ready('resourcemanager', yarn)
    await this.#ready('nodemanager', async () => {
      const state = await yarn()
      return state && state.active_nodes > 0 && state.total_mb > 0 ? state : null
    })
    return this.started.some((name) => name === 'resourcemanager' || name === 'nodemanager')
  }

  /** Stops what this has started: for a start that came to nothing. */
  async undo(): Promise<void> {
    await stopDaemons(
      this.#jvm.home,
      this.#running,
      STOP_ORDER.filter((name) => this.started.includes(name)),
    )
  }

  #http(name: DaemonName): string {
    return `http://localhost:${this.#ports[DAEMONS[name].http]}`
  }

  /** Waits until a daemon answers; one that ends meanwhile tells why. */
  async #ready<T>(name: DaemonName, ask: () => Promise<T | null>): Promise<T> {
    const { home } = this.#jvm
    const running = this.#running.get(name)
    return waitFor(
      async () => {
        const answer = await ask()
        if (answer === null && running && (await processIdentity(running.pid)) !== running.identity) {
          throw await daemonDied(home, name)
        }
        return answer
      },
      { limitMs: START_LIMIT_MS, signal: this.#context.signal },
      () => tooLate(DAEMONS[name].title, START_LIMIT_MS / 1000, daemonLog(home, name)),
    )
  }
}

function noDaemonsHere(): CineError {
  return new CineError('CLUSTER_PLATFORM', 'The cluster’s daemons are not started on Windows.', {
    hint: 'Use the studio inside WSL, or name a cluster that runs elsewhere with HADOOP_CONF_DIR.',
  })
}
