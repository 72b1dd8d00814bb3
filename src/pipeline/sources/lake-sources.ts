import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLinks } from '../lake/skeleton.ts'
import { SOURCES } from './shipped/index.ts'
import { type SourceSpec, sourceSpecSchema } from './spec.ts'

/**
 * Every layout that a lake knows: its own, `metadata/sources/<id>.json`, which take the place of shipped
 * ones of the same id, then those we ship. Throws `SOURCE_DAMAGED`, which names the file.
 */
export async function sourcesOf(layout: LakeLayout): Promise<readonly SourceSpec[]> {
  const names = await readdir(layout.sources).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const own: SourceSpec[] = []
  for (const name of names.filter((each) => /^[^.].*\.json$/.test(each)).sort())
    own.push(await readSpec(layout, name))
  const taken = new Set(own.map((spec) => spec.id))
  return [...own, ...SOURCES.filter((spec) => !taken.has(spec.id))]
}

/** The one that is believed most first: those we ship in their order, then those of the lake that have no place there. */
export function byTrust(specs: readonly SourceSpec[]): SourceSpec[] {
  const shipped = SOURCES.map((spec) => spec.id)
  return [...specs].sort((a, b) => {
    const [one, other] = [shipped.indexOf(a.id), shipped.indexOf(b.id)]
    if (one === other) return a.id < b.id ? -1 : 1
    return (one < 0 ? shipped.length : one) - (other < 0 ? shipped.length : other)
  })
}

async function readSpec(layout: LakeLayout, name: string): Promise<SourceSpec> {
  const path = `metadata/sources/${name}`
  try {
    await refuseLinks(layout, join(layout.sources, name))
    const spec = sourceSpecSchema.parse(JSON.parse(await readFile(join(layout.sources, name), 'utf8')))
    if (`${spec.id}.json` !== name) throw new Error(`it describes ${spec.id}`)
    return spec
  } catch (cause) {
    throw new CineError('SOURCE_DAMAGED', `The specification of a source, ${path}, cannot be read.`, {
      hint: 'Correct it (docs/sources.md), or remove it: files that landed with it stay in raw/.',
      details: { path },
      cause,
    })
  }
}

/** Throws `INGEST_UNKNOWN_SOURCE`. */
export function sourceById(id: string, specs: readonly SourceSpec[]): SourceSpec {
  const found = specs.find((spec) => spec.id === id)
  if (found) return found
  const known = specs.map((spec) => spec.id)
  throw new CineError('INGEST_UNKNOWN_SOURCE', `There is no source named "${id}".`, {
    hint: `Known sources: ${known.join(', ')}. Leave the name out to have it recognised from the header.`,
    details: { source: id, known },
  })
}
