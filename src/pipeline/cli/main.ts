/** The `cine` command. Started by `bin/cine.mjs`. */
import { EXIT } from './exit-code.ts'
import { interruptible } from './interrupt.ts'
import { interruptedDocument, runCommandLine, wantsJson } from './run.ts'
import { endQuietlyWithoutReader, writeOutNow } from './terminal/output.ts'

const argv = process.argv.slice(2)

endQuietlyWithoutReader()
const signal = interruptible(() => {
  if (wantsJson(argv)) writeOutNow(interruptedDocument())
  process.exit(EXIT.interrupted)
})

// Everything is written and closed by now: a native thread that lingers must not keep the command alive.
process.exit(await runCommandLine(argv, signal))
