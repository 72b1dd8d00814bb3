import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckedParams, RunDiff } from '../../api.ts'
import { fileList, openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import { tableFiles } from '../../lake/manifest.ts'
import type { Manifest } from '../../lake/manifest-schema.ts'
import { keptTables, readingFiles, resolveRun, wholeFiles } from '../../lake/resolve-run.ts'
import { TABLE_NAMES } from '../../lake/schema.ts'
import { duckLimits } from '../../settings/index.ts'
import { causesOf } from './causes.ts'
import { diffTable } from './diff-table.ts'
import { filesOf } from './relations.ts'

/** Of what this machine can still give, what a comparison may hold in memory; beyond, it spills. */
const MEMORY_SHARE = 0.4

/**
 * What run `b` has against run `a`, row by row and column by column. Throws what `resolveRun` and `keptTables`
 * do, and `RUN_DAMAGED`.
 */
export async function diffRuns(
  layout: LakeLayout,
  params: CheckedParams<'runs.diff'>,
  signal: AbortSignal,
): Promise<RunDiff> {
  const a = keptTables(await resolveRun(layout, params.a))
  const b = keptTables(await resolveRun(layout, params.b))
  for (const manifest of [a, b]) await wholeFiles(layout, manifest, { full: false, signal })
  const tables = await readingFiles(layout, [a, b], () =>
    diffTables(layout, a, b, { signal, samples: params.samples }),
  )
  const read = inputs(a, b)
  const causes = await causesOf(layout, a, b, read)
  return {
    a: a.run_id,
    b: b.run_id,
    same: tables.every(
      (table) => table.added + table.removed + table.changed === 0 && table.schema.length === 0,
    ),
    rules_changed: causes.rules === true || (causes.layouts ?? []).length > 0,
    causes,
    n_rows: { a: a.n_rows, b: b.n_rows },
    tables,
    balance: balances(a, b),
    inputs: read,
  }
}

async function diffTables(
  layout: LakeLayout,
  a: Manifest,
  b: Manifest,
  options: { signal: AbortSignal; samples: number },
): Promise<RunDiff['tables']> {
  // Not in the lake: it may be read only, and nobody who reads holds its lock.
  const spill = await mkdtemp(join(tmpdir(), 'cine-diff-'))
  try {
    const duck = await openDuck({
      ...(await duckLimits(MEMORY_SHARE)),
      tempDirectory: spill,
      prepare: async (run) => {
        for (const [side, manifest] of [
          ['a', a],
          ['b', b],
        ] as const)
          for (const table of TABLE_NAMES)
            await run(`SET VARIABLE ${filesOf(side, table)} = $1`, [
              fileList(tableFiles(layout, manifest, table)),
            ])
      },
    })
    try {
      const diffs: RunDiff['tables'] = []
      for (const table of TABLE_NAMES)
        diffs.push(await diffTable(duck, table, { a: a.tables[table], b: b.tables[table] }, options))
      return diffs
    } finally {
      duck.close()
    }
  } finally {
    await rm(spill, { recursive: true, force: true })
  }
}

function balances(a: Manifest, b: Manifest): RunDiff['balance'] {
  const sources = [...new Set([...a.balance, ...b.balance].map((line) => line.source))].sort()
  const of = (manifest: Manifest, source: string) =>
    manifest.balance.find((line) => line.source === source) ?? null
  return sources.map((source) => ({ source, a: of(a, source), b: of(b, source) }))
}

/** Files by where they lie and what they hold: both of a replaced one are told. */
function inputs(a: Manifest, b: Manifest): RunDiff['inputs'] {
  const name = ({ path, sha256 }: Manifest['inputs'][number]) => `${path} ${sha256}`
  const [inA, inB] = [a, b].map((manifest) => new Set(manifest.inputs.map(name)))
  const all = new Map([...a.inputs, ...b.inputs].map((input) => [name(input), input]))
  return [...all.values()].map((input) => {
    const both = inA?.has(name(input)) && inB?.has(name(input))
    const { source, path, sha256 } = input
    return { source, path, sha256, in: both ? 'both' : inA?.has(name(input)) ? 'a' : 'b' }
  })
}
