import { readFileSync } from 'node:fs'

const CHECK_MS = 100

/**
 * Calls `gone` once when the npm that started this command (`npx`, `npm run`) is no longer there. It starts
 * a command through a shell, which passes no signal on and outlives an npm that is killed: without this,
 * a command that somebody ended would go on working, and keep its lake locked.
 */
export function onStarterGone(gone: () => void, env: NodeJS.ProcessEnv = process.env): void {
  if (!env.npm_command) return
  const before = ancestors()
  const check = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(check)
    gone()
  }, CHECK_MS)
  check.unref()
}

/** The shell's process number and, on Linux, npm's. */
function ancestors(): string {
  const shell = process.ppid
  try {
    const [, afterName = ''] = readFileSync(`/proc/${shell}/stat`, 'utf8').split(/\)(?=[^)]*$)/)
    return `${shell} ${afterName.trim().split(' ')[1]}`
  } catch {
    return `${shell}`
  }
}
