import { readdir, readFile } from 'node:fs/promises'
import { execa } from 'execa'

export interface ProcessEntry {
  pid: number
  /** Its words; where the system does not keep them apart, the line cut at spaces. */
  args: string[]
}

/** Every process that we may look at. */
export async function listProcesses(): Promise<ProcessEntry[]> {
  if (process.platform !== 'linux') return listByPs()
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const entries = await Promise.all(names.map((name) => linuxEntry(Number(name))))
  return entries.filter((entry) => entry !== null)
}

async function linuxEntry(pid: number): Promise<ProcessEntry | null> {
  // Gone meanwhile, or a thread of the kernel: neither has words.
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (line === '') return null
  return { pid, args: line.replace(/\0$/, '').split('\0') }
}

async function listByPs(): Promise<ProcessEntry[]> {
  const { stdout, failed } = await execa('ps', ['-axww', '-o', 'pid=,command='], { reject: false })
  if (failed) return []
  return stdout.split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && command ? [{ pid: Number(pid), args: command.split(' ') }] : []
  })
}

/** A variable of a process's environment; null when it has none, or where we may not look. */
export async function processVariable(pid: number, name: string): Promise<string | null> {
  if (process.platform !== 'linux') return null
  const text = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
  const line = text.split('\0').find((each) => each.startsWith(`${name}=`))
  return line?.slice(name.length + 1) ?? null
}
