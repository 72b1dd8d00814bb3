import { statfs } from 'node:fs/promises'
import { arch, availableParallelism, freemem, platform, release, totalmem } from 'node:os'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Diagnostics, FailedRun, IngestionRecord, RunSummary } from '../api.ts'
import { duckVersion } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import { readHistory } from '../ingest/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { listRuns } from '../lake/list-runs.ts'
import { listSources } from '../mapping/index.ts'
import { SOURCES } from '../sources/index.ts'
import { demoShare } from './demo.ts'
import { settingsInfo } from './settings.ts'

/** Of each, the latest. */
const MOST_RUNS = 20
const MOST_INGESTIONS = 200

/**
 * What somebody who is to mend a fault needs to know of this machine and this lake. It is put together of
 * versions, counts, times, states and codes only: nothing that a person wrote or named (paths, files, sentences
 * of errors, sources of their own, addresses, tokens) has a place in it, so nothing has to be blacked out.
 */
export async function diagnostics(layout: LakeLayout): Promise<Diagnostics> {
  const problems: string[] = []
  const tried = async <T>(what: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await what
    } catch (error) {
      problems.push(error instanceof CineError ? error.code : 'INTERNAL')
      return otherwise
    }
  }
  const { runs, unpublished, problem } = await tried(listRuns(layout), {
    runs: [],
    unpublished: [],
    problem: null,
  })
  if (problem) problems.push(problem.code)
  const own = (await tried(listSources(layout), [])).filter((source) => source.own).map(({ id }) => id)
  // Of one that was removed from the lake, or cannot be read, the name is a person's too.
  const ours = SOURCES.map(({ id }) => id).filter((id) => !own.includes(id))
  const nameOf = (source: string | null) => (source === null || ours.includes(source) ? source : 'own')
  const history = await tried(readHistory(layout, MOST_INGESTIONS), [])
  const { settings, kaggle, problems: ofSettings } = await settingsInfo()
  return {
    made_at: new Date().toISOString(),
    versions: { studio: packageJson.version, duckdb: duckVersion(), node: process.versions.node },
    system: {
      platform: platform(),
      arch: arch(),
      release: release(),
      threads: availableParallelism(),
      memory_bytes: totalmem(),
      free_memory_bytes: freemem(),
      free_disk_bytes: await statfs(layout.root).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => null,
      ),
      engine_rss_bytes: process.memoryUsage.rss(),
    },
    lake: {
      is_demo: (await tried(demoShare(layout), 'none')) === 'all',
      own_sources: own.length,
      runs: runs.slice(0, MOST_RUNS).map((run) => publishedLine(run, nameOf)),
      unpublished: unpublished.slice(0, MOST_RUNS).map(failedLine),
      ingestions: history.map((record) => ingestionLine(record, nameOf)),
    },
    settings: Object.fromEntries(Object.entries(settings).map(([name, { from }]) => [name, from])),
    kaggle_token: kaggle.from !== null,
    problems: [...problems, ...ofSettings.map(({ code }) => code)],
  }
}

type NameOf = (source: string | null) => string | null

function publishedLine(run: RunSummary, nameOf: NameOf): Diagnostics['lake']['runs'][number] {
  const { published_at, current, engine, seconds, n_rows, bytes, warnings, tables, inputs } = run
  return {
    published_at,
    current,
    engine,
    seconds,
    n_rows,
    bytes,
    warnings,
    rows: Object.fromEntries(Object.entries(tables).map(([table, { rows }]) => [table, rows])),
    inputs: inputs.map(({ source, rows }) => ({ source: nameOf(source), rows })),
  }
}

function failedLine(run: FailedRun): Diagnostics['lake']['unpublished'][number] {
  const { state, started_at, seconds, error, steps } = run
  return {
    state,
    started_at,
    seconds,
    error_code: error?.code ?? null,
    steps: steps.map(({ key, state, seconds, rows }) => ({ key, state, seconds, rows })),
  }
}

function ingestionLine(record: IngestionRecord, nameOf: NameOf): Diagnostics['lake']['ingestions'][number] {
  const { source, status, error_code, bytes, rows, columns, started_at, finished_at } = record
  return { source: nameOf(source), status, error_code, bytes, rows, columns, started_at, finished_at }
}
