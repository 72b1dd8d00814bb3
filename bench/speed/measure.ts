import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measured {
  seconds: number
  /** User and system time of the whole process tree, in seconds. */
  cpu_seconds: number
  /** Most memory that the processes of the tree held at one time (sum of their resident sets), in bytes. */
  peak_bytes: number
  exit_code: number | null
  stdout: string
  /** The end of what was said on stderr. */
  stderr: string
}

const SAMPLE_MS = 40
const STDERR_KEPT = 4_000
/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100

/** Runs a command to its end and measures its whole process tree, by reading `/proc` (Linux only). */
export async function measure(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Measured> {
  const started = performance.now()
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text))
  const tree = new Tree(child.pid ?? 0)
  const timer = setInterval(() => tree.sample(), SAMPLE_MS)
  try {
    const exit_code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const seconds = (performance.now() - started) / 1000
    return {
      seconds,
      cpu_seconds: tree.cpuSeconds(),
      peak_bytes: tree.peakBytes,
      exit_code,
      stdout: stdout.join(''),
      stderr: stderr.join('').slice(-STDERR_KEPT),
    }
  } finally {
    clearInterval(timer)
  }
}

/** What the processes below one have used so far. */
class Tree {
  readonly #root: number
  readonly #ticks = new Map<number, number>()
  peakBytes = 0

  constructor(root: number) {
    this.#root = root
  }

  sample(): void {
    let resident = 0
    for (const pid of family(this.#root)) {
      const status = read(`/proc/${pid}/status`)
      resident += kib(status, 'VmRSS')
      // A peak between two samples: the kernel keeps that of each process.
      this.peakBytes = Math.max(this.peakBytes, kib(status, 'VmHWM') * 1024)
      const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')
      if (fields) this.#ticks.set(pid, Number(fields[11]) + Number(fields[12]))
    }
    this.peakBytes = Math.max(this.peakBytes, resident * 1024)
  }

  cpuSeconds(): number {
    return [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND
  }
}

function family(pid: number): number[] {
  const children = list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(family)]
}

function kib(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
