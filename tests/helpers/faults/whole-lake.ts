import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { landedFiles } from '../../../src/pipeline/ingest/index.ts'
import type { LakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../../src/pipeline/lake/list-runs.ts'
import { type Manifest, readCurrent } from '../../../src/pipeline/lake/manifest.ts'
import { readRuns } from '../../../src/pipeline/lake/run-record.ts'
import { TABLE_NAMES } from '../../../src/pipeline/lake/schema.ts'
import { sha256Of, verifyFiles } from '../../../src/pipeline/lake/verify.ts'

/** What a run published, by content. */
export function contentOf(manifest: Manifest | null): string {
  const tables = TABLE_NAMES.map((table) => manifest?.tables[table].files.map((file) => file.sha256))
  return JSON.stringify(tables)
}

/**
 * Fails unless what is published is whole to the byte, what landed is what its markers say, and every run whose
 * tables are kept has them whole. Returns what is published.
 */
export async function expectWhole(layout: LakeLayout, when: string): Promise<Manifest> {
  const current = await readCurrent(layout)
  if (!current) throw new Error(`${when}: nothing is published any more`)
  const kept = [...(await readRuns(layout)).values()].flatMap((record) =>
    record?.state === 'published' && record.pruned_at === null && record.manifest ? [record.manifest] : [],
  )
  for (const manifest of [current, ...kept]) {
    const problems = (await verifyFiles(layout, manifest, { full: true })).filter((file) => file.problem)
    expect(problems, `${when}: run ${manifest.run_id}`).toEqual([])
  }
  for (const landed of await landedFiles(layout))
    expect(await sha256Of(landed.path), `${when}: ${landed.lake_path}`).toBe(landed.sha256)
  expect((await listRuns(layout)).problem, when).toBeNull()
  return current
}

/** Fails when anything of a dead process is left: unfinished work, files beside their place, tables of no run. */
export async function expectTidy(layout: LakeLayout): Promise<void> {
  expect(await readdir(layout.tmp)).toEqual([])
  const files = await readdir(layout.root, { recursive: true, withFileTypes: true })
  const names = files.map((entry) => relative(layout.root, join(entry.parentPath, entry.name)))
  expect(names.filter((name) => /\.tmp$|(^|\/)tmp_/.test(name))).toEqual([])
  const { runs } = await listRuns(layout)
  const kept = runs.filter((run) => run.pruned_at === null).map((run) => `run_id=${run.run_id}`)
  for (const table of TABLE_NAMES)
    expect((await readdir(join(layout.curated, table))).sort()).toEqual([...kept].sort())
}
