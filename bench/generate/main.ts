/** `node bench/generate/main.ts --out FOLDER`: writes the three files there and tells what they hold, as JSON. */
import { parseArgs } from 'node:util'
import { type GenerateOptions, generate } from './generate.ts'

const USAGE = `Usage: node bench/generate/main.ts --out FOLDER [--scale 1] [--seed 1] [--films N] [--reviews N] [--omdb N]`

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    scale: { type: 'string' },
    seed: { type: 'string' },
    films: { type: 'string' },
    reviews: { type: 'string' },
    omdb: { type: 'string' },
    help: { type: 'boolean' },
  },
})

const { out, help, ...numbers } = values
const wrong = Object.entries(numbers).find(([, text]) => !(Number(text) >= 0))
if (help || out === undefined || wrong) {
  if (wrong) console.error(`--${wrong[0]} must be a number, not ${wrong[1]}.`)
  console.error(USAGE)
  process.exit(help ? 0 : 2)
}
const given = Object.entries(numbers).map(([name, text]) => [name, Number(text)])
const options: GenerateOptions = { folder: out, ...Object.fromEntries(given) }
const started = performance.now()
let told = started
options.onProgress = (share) => {
  if (!process.stderr.isTTY || performance.now() - told < 1000) return
  told = performance.now()
  process.stderr.write(`\r${Math.round(share * 100)} %`)
}
console.log(JSON.stringify(await generate(options), null, 2))
console.error(`\r${((performance.now() - started) / 1000).toFixed(1)} s`)
