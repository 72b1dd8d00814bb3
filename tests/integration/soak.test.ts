import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openEngine } from '../../src/pipeline/engine.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { expectTidy, expectWhole } from '../helpers/faults/whole-lake.ts'
import { tempLake } from '../helpers/lake.ts'

/** A day of work in small: 1,000 runs in one engine with `npm run test:torture`, a few otherwise. */
const TORTURE = process.env.CINE_TORTURE === '1'
const RUNS = TORTURE ? 1000 : 8
/** The first runs load code and fill caches. */
const WARM_UP = 3
const LANDINGS_EVERY = TORTURE ? 20 : 4
const MIB = 2 ** 20
const GROWTH = { heap: 16 * MIB, rss: 160 * MIB }

it.runIf(process.platform === 'linux')(
  `${RUNS} runs in one engine leave no memory, handle, temporary file or process behind`,
  async () => {
    const folder = await tempLake()
    // Temporary files go here, where no other test's are.
    const temporary = join(folder, 'temporary')
    await mkdir(temporary)
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(tmpdir()).toBe(temporary)
    const layout = lakeLayout(join(folder, 'lake'))
    const dumps = join(folder, 'dumps.csv')
    const engine = await openEngine({ lake: layout.root })
    let settled = await usage()
    try {
      for (let n = 0; n < RUNS; n++) {
        // Another film now and then: the lake grows, as one does in a day, and each run does all its work anew.
        const film = Math.floor(n / LANDINGS_EVERY)
        await writeFile(
          dumps,
          `id,title,audienceScore,tomatoMeter\nfilm_${film},Film ${film},${film % 100},50\n`,
        )
        const { run } = await engine.request('pipeline.run', { files: [{ path: dumps }], force: true })
        expect(run).toMatchObject({ status: 'published', tables: { films: { rows: film + 1 } } })
        expect(await engine.request('films.page', { search: `Film ${film}` })).toMatchObject({
          total: expect.any(Number),
        })
        await engine.request('sql.query', { sql: 'SELECT count(*) FROM films' })
        await engine.request('report.timeline', {})
        if (n % 4 === 3) await engine.request('runs.prune', { keep: 2 })
        if (n === WARM_UP - 1) settled = await usage()
        if (TORTURE && (n === WARM_UP - 1 || n % 100 === 99)) console.log(told(n + 1, await usage()))
      }
      const after = await usage()
      expect(after.heap - settled.heap).toBeLessThan(GROWTH.heap)
      expect(after.rss - settled.rss).toBeLessThan(GROWTH.rss)
      // The published tables of the last run are open, as those of the one before were.
      expect(after.handles).toBeLessThanOrEqual(settled.handles + 2)
      expect(after.children).toEqual(settled.children)
      // A database that is not closed keeps its threads.
      expect(after.threads).toBeLessThanOrEqual(settled.threads + 2)
    } finally {
      await engine.close()
    }
    await expectWhole(layout, 'after all runs')
    await expectTidy(layout)
    expect(await readdir(temporary)).toEqual([])
  },
  TORTURE ? 7_200_000 : 120_000,
)

/** One line of figures, so that a slow growth is seen where it begins. */
function told(runs: number, { heap, rss, handles, children }: Awaited<ReturnType<typeof usage>>): string {
  const mib = (bytes: number) => `${Math.round(bytes / MIB)} MiB`
  return `after ${runs} runs: heap ${mib(heap)}, in all ${mib(rss)}, ${handles} handles, ${children.length} children`
}

/** What this process holds, once what nobody refers to is collected. */
async function usage() {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  for (let n = 0; n < 3; n++) collect()
  const { heapUsed, rss } = process.memoryUsage()
  const tasks = await readdir('/proc/self/task')
  const children = await Promise.all(tasks.map((task) => childrenOf(task)))
  return {
    heap: heapUsed,
    rss,
    handles: (await readdir('/proc/self/fd')).length,
    children: children.flat().sort(),
    threads: tasks.length,
  }
}

async function childrenOf(task: string): Promise<string[]> {
  const text = await readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean)
}
