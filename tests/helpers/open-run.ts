import { onTestFinished } from 'vitest'
import { type Engine, openEngine } from '../../src/pipeline/engine.ts'
import type { LakeLayout } from '../../src/pipeline/lake/layout.ts'
import { openPublished, type Published } from '../../src/pipeline/query/index.ts'
import { publishedLake, type Rows } from './published-lake.ts'

/** The published run of a lake, closed when the test ends. */
export async function openRun(layout: LakeLayout): Promise<Published> {
  const run = await openPublished(layout)
  if (!run) throw new Error('Nothing is published.')
  onTestFinished(() => run.close())
  return run
}

/** A run of just these rows. */
export async function runOf(rows: Rows): Promise<Published> {
  return openRun(await publishedLake(rows))
}

/** The engine on a lake, closed when the test ends. */
export async function engineOn(layout: LakeLayout): Promise<Engine> {
  const engine = await openEngine({ lake: layout.root })
  onTestFinished(() => engine.close())
  return engine
}
