import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '../api.ts'
import { CineError } from '../errors.ts'
import { landedFiles } from '../ingest/index.ts'
import { writeFileAtomic } from '../lake/atomic.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLinks } from '../lake/skeleton.ts'
import { fieldIndexes, SOURCES, type SourceSpec, sourceSpecSchema, sourcesOf } from '../sources/index.ts'
import { checkSourceId } from './source-id.ts'

/** Every layout that the lake knows, its own told from those we ship. */
export async function listSources(layout: LakeLayout): Promise<(Source & { own: boolean })[]> {
  const specs = await sourcesOf(layout)
  return specs.map((spec) => ({ ...spec, own: !SOURCES.includes(spec) }))
}

/**
 * Remembers a specification as one of the lake: from now on its layout is recognised. Returns where it lies,
 * relative to the lake. Throws `SOURCE_NOT_VALID`, `SOURCE_EXISTS` (unless it may be replaced), `SOURCE_IN_USE`
 * (files that have landed do not have the new layout), `LAKE_LINK`.
 */
export async function saveSource(
  layout: LakeLayout,
  spec: unknown,
  { replace }: { replace: boolean },
): Promise<{ id: string; path: string }> {
  if (isObject(spec) && typeof spec.id === 'string') checkSourceId(spec.id)
  const checked = sourceSpecSchema.safeParse(spec)
  if (!checked.success) throw notValid(checked.error.issues)
  const { id } = checked.data
  // Before anything is read behind it.
  await refuseLinks(layout, layout.sources)
  const known = (await sourcesOf(layout)).find((each) => each.id === id)
  if (known && !replace)
    throw new CineError('SOURCE_EXISTS', `There is a source ${id} already (${known.title}).`, {
      hint: 'Choose another id, or replace it (--replace).',
      details: { id },
    })
  await refuseIfInUse(layout, checked.data)
  const path = join(layout.sources, `${id}.json`)
  await refuseLinks(layout, path)
  await mkdir(layout.metadata, { recursive: true })
  await writeFileAtomic(path, `${JSON.stringify(checked.data, null, 2)}\n`)
  return { id, path: `metadata/sources/${id}.json` }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function notValid(issues: readonly { path: PropertyKey[]; message: string }[]): CineError {
  const [first] = issues
  const where = first?.path.map(String).join('.') || 'it'
  return new CineError(
    'SOURCE_NOT_VALID',
    `The specification is not valid: ${where}: ${first?.message ?? ''}.`,
    {
      hint: 'The format is in docs/sources.md.',
      details: { issues: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })) },
    },
  )
}

/** What has landed under this id must still be readable with the new specification. */
async function refuseIfInUse(layout: LakeLayout, spec: SourceSpec): Promise<void> {
  const exists = await access(layout.raw).then(
    () => true,
    () => false,
  )
  const landed = exists ? await landedFiles(layout) : []
  const bad = landed.find((file) => {
    const indexes = fieldIndexes(spec, file.columns)
    return (
      file.source === spec.id && spec.fields.some((field) => field.required && indexes[field.name] === null)
    )
  })
  if (!bad) return
  throw new CineError(
    'SOURCE_IN_USE',
    `${bad.lake_path} landed as ${spec.id} and does not have that layout.`,
    {
      hint: 'Choose another id.',
      details: { id: spec.id, path: bad.lake_path },
    },
  )
}
