/** The views room: filters that somebody saved under a name, kept with the lake. Other rooms import only this. */
import { readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type CheckedParams, filtersSchema, type SavedView } from '../api.ts'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from '../lake/atomic.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLinks } from '../lake/skeleton.ts'
import { oneAtATime } from './one-at-a-time.ts'

const viewSchema = z.object({ name: z.string().min(1), filters: filtersSchema, saved_at: z.string() })
const fileSchema = z.object({ views: z.array(viewSchema) })

/** More than anybody looks through; a file of the lake must not grow without end. */
const MOST = 500

/** By name, as a reader looks for them. A damaged file is as if there were none: nothing else depends on it. */
export async function listViews(layout: LakeLayout): Promise<SavedView[]> {
  return (await read(layout)) ?? []
}

/** One that is there of the same name is replaced. Throws `VIEWS_FULL`, `LAKE_LINK`, and what the disk says. */
export async function saveView(
  layout: LakeLayout,
  { name, filters }: CheckedParams<'views.save'>,
): Promise<SavedView[]> {
  return oneAtATime(layout, async () => {
    const others = (await readOrSetAside(layout)).filter((view) => view.name !== name)
    if (others.length >= MOST) {
      throw new CineError('VIEWS_FULL', `This lake has ${MOST} saved views already.`, {
        hint: 'Remove one that is not needed any more.',
      })
    }
    return write(layout, [...others, { name, filters, saved_at: new Date().toISOString() }])
  })
}

/** Throws `VIEW_UNKNOWN`. */
export async function removeView(layout: LakeLayout, name: string): Promise<SavedView[]> {
  return oneAtATime(layout, async () => {
    const views = await readOrSetAside(layout)
    const others = views.filter((view) => view.name !== name)
    if (others.length === views.length) {
      throw new CineError('VIEW_UNKNOWN', `There is no saved view named ${JSON.stringify(name)}.`, {
        hint: '`cine views list` shows those there are.',
      })
    }
    return write(layout, others)
  })
}

/** Null when the file is not one of ours. */
async function read({ views: path }: LakeLayout): Promise<SavedView[] | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '{"views":[]}'
    throw error
  })
  try {
    return fileSchema.parse(JSON.parse(text)).views
  } catch {
    return null
  }
}

async function readOrSetAside(layout: LakeLayout): Promise<SavedView[]> {
  await refuseLinks(layout, layout.views)
  const views = await read(layout)
  if (views) return views
  // Whatever it is, it is somebody's.
  await rename(layout.views, join(dirname(layout.views), `views.damaged-${Date.now()}.json`))
  return []
}

async function write(layout: LakeLayout, views: SavedView[]): Promise<SavedView[]> {
  const sorted = views.toSorted((one, other) => one.name.localeCompare(other.name))
  await writeFileAtomic(layout.views, `${JSON.stringify({ views: sorted }, null, 2)}\n`)
  return sorted
}
