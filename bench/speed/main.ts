/** `npm run bench`: our pipeline beside its peers, on the same files, in one run. See bench/README.md. */
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { execa } from 'execa'
import type { Generated } from '../generate/generate.ts'
import { type Data, dataOf } from './data.ts'
import { type Measured, measure } from './measure.ts'
import { PEER_NAMES, type Peer, type PeerName, peer } from './peers.ts'
import { type PeerRuns, report } from './report.ts'

const USAGE = `Usage: npm run bench -- [--scale 1] [--runs 3] [--peers ${PEER_NAMES.join(',')}] [--work FOLDER] [--json FILE] [--readme]`
const README = join(import.meta.dirname, '../README.md')

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    peers: { type: 'string', default: PEER_NAMES.join(',') },
    work: { type: 'string', default: tmpdir() },
    json: { type: 'string' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [scale, runs] = [Number(values.scale), Number(values.runs)]
const names = values.peers
  .split(',')
  .filter((name): name is PeerName => PEER_NAMES.includes(name as PeerName))
if (values.help || !(scale > 0) || !(runs >= 1) || names.length === 0) {
  console.error(USAGE)
  process.exit(values.help ? 0 : 2)
}

const { peers, skipped } = await available(names)
const data = await dataOf(scale)
await readOnce(data.generated)
const failed = new Set<PeerName>()
const measured: PeerRuns[] = peers.map((each) => ({ peer: each, runs: [] }))
for (let round = 1; round <= runs; round++)
  for (const each of measured) {
    if (failed.has(each.peer.name)) continue
    try {
      const run = await runOnce(each.peer, data)
      each.runs.push(run)
      console.error(`${round}/${runs} ${each.peer.label}: ${run.seconds.toFixed(1)} s`)
    } catch (error) {
      // Minutes of measuring are not thrown away for a peer that fails; ours must not.
      if (each.peer.name === 'cine') throw error
      console.error(error)
      failed.add(each.peer.name)
      skipped.push(`${each.peer.label} (it failed)`)
    }
  }

const { rt_movies, rt_reviews, imdb_kaggle } = data.generated
const text = report(
  measured.filter(({ peer }) => !failed.has(peer.name)),
  skipped,
  {
    scale,
    runs,
    bytes: rt_movies.bytes + rt_reviews.bytes + imdb_kaggle.bytes,
    rows: { films: rt_movies.rows, reviews: rt_reviews.rows, omdb: imdb_kaggle.rows },
  },
)
console.log(text)
if (values.json) await writeFile(values.json, JSON.stringify(measured, null, 2))
if (values.readme) await intoReadme(text)

async function available(wanted: readonly PeerName[]): Promise<{ peers: Peer[]; skipped: string[] }> {
  const found: Peer[] = []
  const missing: string[] = []
  for (const name of wanted)
    await peer(name).then(
      (each) => found.push(each),
      (error: Error) => missing.push(`${name} (${error.message.split('\n')[0]})`),
    )
  return { peers: found, skipped: missing }
}

/** Nobody gains from being the second to read the files. */
async function readOnce(generated: Generated): Promise<void> {
  for (const { path } of [generated.rt_movies, generated.rt_reviews, generated.imdb_kaggle])
    for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }));
}

/** Runs a peer in a folder of its own, removed afterwards. Throws when it fails or made other rows. */
async function runOnce(each: Peer, { folder, generated }: Data): Promise<Measured> {
  // What the one before left to be written must not slow this one down.
  await execa('sync', { reject: false })
  const work = await mkdtemp(join(values.work, 'cine-bench-'))
  try {
    const [command = '', ...args] = each.command(folder, join(work, 'out'))
    const run = await measure(command, args, {})
    if (run.exit_code !== 0) throw new Error(`${each.label} ended with ${run.exit_code}: ${run.stderr}`)
    const rows = each.rows(run.stdout)
    if (rows && !agrees(rows, generated))
      throw new Error(`${each.label} made other rows than the data has: ${JSON.stringify(rows)}`)
    return run
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The same reviews exactly; films but for those that a simpler matching misses. */
function agrees(rows: { films: number; reviews: number }, generated: Generated): boolean {
  const apart = generated.rt_movies.unique + generated.imdb_kaggle.unique
  const { addressed, unaddressed } = generated.shared
  return (
    rows.reviews === generated.rt_reviews.unique &&
    rows.films <= apart - addressed * 0.99 &&
    rows.films >= apart - (addressed + unaddressed) * 1.01
  )
}

async function intoReadme(table: string): Promise<void> {
  const [start, end] = [`<!-- table ×${scale} -->`, `<!-- end ×${scale} -->`]
  const readme = await readFile(README, 'utf8')
  const [before, rest] = readme.split(`${start}\n`)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${README} has no place for ×${scale}.`)
  await writeFile(README, `${before}${start}\n${table}\n${end}${after}`)
}
