/**
 * How quick the window is at full size: drives the real one, in the test Electron, on a lake of generated data.
 *
 *   npm run -s bench:studio [-- --scale 1] [--lake DIR] [--minutes 10]
 */
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder } from '../../scripts/lib/cache.mjs'
import { electronSkipReason } from '../../tests/helpers/electron.ts'
import { lakeOf } from './lake.ts'
import { measure } from './measure.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    lake: { type: 'string' },
    /** Of use, before the memory is read. */
    minutes: { type: 'string', default: '2' },
  },
})
const reason = electronSkipReason()
if (reason !== null) throw new Error(reason)
const lake = values.lake ?? (await lakeOf(Number(values.scale), join(cacheFolder(), 'bench-data')))
const figures = await measure(lake, { minutes: Number(values.minutes) })
const [cpu] = cpus()
console.log(
  `${cpus().length} × ${cpu?.model.trim()}, Node ${process.versions.node}, Electron ${figures.electron}`,
)
console.log(`${figures.films.toLocaleString('en')} films\n`)
console.log('| figure | measured | goal |')
console.log('| --- | ---: | ---: |')
for (const [name, value, goal] of figures.rows) console.log(`| ${name} | ${value} | ${goal} |`)
