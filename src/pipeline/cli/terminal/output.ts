import { writeSync } from 'node:fs'

/** Writes to the standard output and waits until it is taken, so that nothing is lost at the exit. */
export function writeOut(text: string): Promise<void> {
  // A failed write ends the process (`endQuietlyWithoutReader`): there is nobody left to tell.
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve()
    })
  })
}

/** As `writeOut`, for the moment before an exit that cannot wait. */
export function writeOutNow(text: string): void {
  try {
    writeSync(1, text)
  } catch {
    // Nobody reads it, or the pipe is full: the exit code says enough.
  }
}

/** `cine films | head`: a reader that has seen enough is no error, and ends the command quietly. */
export function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`error: The output could not be written: ${error.message}\n`)
    process.exit(1)
  })
  // Nobody reads the log any more: the work goes on.
  process.stderr.on('error', () => {})
}

export const asJson = (value: unknown) => `${JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0)}\n`
