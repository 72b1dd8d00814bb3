import { lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { filtersSchema } from '../../../src/pipeline/api.ts'
import { contribute } from '../../../src/pipeline/contributions/index.ts'
import { openEngine } from '../../../src/pipeline/engine.ts'
import { CineError } from '../../../src/pipeline/errors.ts'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { readCurrent } from '../../../src/pipeline/lake/manifest.ts'
import { saveSource } from '../../../src/pipeline/mapping/index.ts'
import { sqlQuery } from '../../../src/pipeline/query/index.ts'
import { sourcesOf } from '../../../src/pipeline/sources/index.ts'
import { saveView } from '../../../src/pipeline/views/index.ts'
import { reviewEntry } from '../../helpers/contributions.ts'
import { contentOf, expectWhole } from '../../helpers/faults/whole-lake.ts'
import { lakeOf, run } from '../../helpers/run.ts'

// Several whole commands each.
vi.setConfig({ testTimeout: 120_000 })

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters\n'

let layout: LakeLayout
/** A folder beside the lake with things that must stay as they are. */
let outside: string
let before: string
beforeEach(async () => {
  layout = await lakeOf({ 'm.csv': `${RT}a,A,1,2,2001-01-01\n,No key,,,\n` })
  await run(layout)
  before = contentOf(await expectWhole(layout, 'before'))
  outside = join(layout.root, '..', 'outside')
  await mkdir(join(outside, 'deep'), { recursive: true })
  await writeFile(join(outside, 'deep', 'precious.txt'), 'precious')
  await writeFile(join(outside, 'run.json'), '{}')
})

async function expectUntouched(): Promise<void> {
  const names = await readdir(outside, { recursive: true })
  expect(names.sort()).toEqual(['deep', 'deep/precious.txt', 'run.json'])
  expect(await readFile(join(outside, 'deep', 'precious.txt'), 'utf8')).toBe('precious')
  expect(await readFile(join(outside, 'run.json'), 'utf8')).toBe('{}')
}

/** Does everything that writes; tells how each ended. */
async function writeAll(file: string): Promise<string[]> {
  const engine = await openEngine({ lake: layout.root })
  onTestFinished(() => engine.close())
  const attempts = [
    async () => {
      const [landed] = (await engine.request('ingest.run', { files: [{ path: file }] })).ingestions
      return landed?.error_code ?? landed?.status
    },
    async () => (await engine.request('etl.run', { force: true })).status,
    async () => (await engine.request('runs.publish', { run: 'current' })).status,
    async () => ((await engine.request('runs.prune', { keep: 1 })).dry_run ? 'asked' : 'pruned'),
  ]
  const told: string[] = []
  for (const attempt of attempts)
    told.push(
      await attempt().then(String, (error) => (error instanceof CineError ? error.code : String(error))),
    )
  return told
}

const FOLDERS = [
  'raw',
  'metadata',
  'curated',
  'curated/films',
  'curated/rejects',
  'runs',
  'tmp',
  'tmp/prepared',
  'metadata/writer.lock',
  'raw/rt_movies',
  'raw/rt_movies/20200101T000000Z',
]

describe('a folder of the lake that is a link out of it', () => {
  it.each(FOLDERS)('%s: nothing is written or removed behind it', async (name) => {
    const path = join(layout.root, name)
    await rm(`${path}.kept`, { recursive: true, force: true })
    await rename(path, `${path}.kept`).catch(() => {})
    await symlink(outside, path)
    const more = join(layout.root, '..', 'more.csv')
    await writeFile(more, `${RT}b,B,1,2,2001-01-01\n`)
    expect(await writeAll(more)).toContain('LAKE_LINK')
    await expectUntouched()
  })
})

describe('what is written without the writer’s lock', () => {
  const SPEC = {
    id: 'own',
    title: 'Own',
    role: 'films',
    film: 'title_year',
    keys: ['title'],
    fields: [{ name: 'title', aliases: ['Titre'], required: true, means: 'title' }],
  }
  it.each([
    ['metadata', 'views'],
    ['metadata/views.json', 'views'],
    ['metadata', 'source'],
    ['metadata/sources', 'source'],
    ['curated', 'contribution'],
    ['curated/user_contributions', 'contribution'],
    ['curated/user_contributions/journal.sqlite', 'contribution'],
  ])('%s as a link: no %s is written through it', async (name, what) => {
    const path = join(layout.root, name)
    const target = join(outside, name.includes('.') ? 'made' : '')
    await mkdir(join(path, '..'), { recursive: true })
    await rename(path, `${path}.kept`).catch(() => {})
    await symlink(target, path)
    const write = {
      views: () => saveView(layout, { name: 'v', filters: filtersSchema.parse({}) }),
      source: () => saveSource(layout, SPEC, { replace: true }),
      contribution: () => contribute(layout, () => [reviewEntry()]),
    }[what]
    await expect(write?.()).rejects.toMatchObject({ code: 'LAKE_LINK' })
    await expectUntouched()
  })
})

describe('a lake that is handed over', () => {
  it('whose published table is a link to another file has it read by nobody', async () => {
    const [file] = (await readCurrent(layout))?.tables.films.files ?? []
    const path = join(layout.root, file?.path ?? '')
    for (const linked of [path, dirname(path), join(layout.curated, 'films')]) {
      await rename(linked, `${linked}.kept`)
      await symlink(`${linked}.kept`, linked)
      await expect(sqlQuery(layout, { sql: 'FROM films', limit: 1 })).rejects.toMatchObject({
        code: 'TABLE_ALTERED',
        message: expect.stringContaining('symbolic link'),
      })
      await rm(linked)
      await rename(`${linked}.kept`, linked)
    }
  })

  it('whose history is a link to another file has it read by nobody', async () => {
    await rm(layout.ingestions)
    await symlink('/etc/passwd', layout.ingestions)
    const answer = await sqlQuery(layout, {
      sql: "SELECT getvariable('ingestions_files') AS paths",
      limit: 1,
    })
    expect(answer.rows).toEqual([{ paths: [] }])
    await expect(sqlQuery(layout, { sql: "FROM read_text('/etc/passwd')", limit: 1 })).rejects.toMatchObject({
      code: 'SQL_NOT_ALLOWED',
    })
    await expect(sqlQuery(layout, { sql: 'FROM ingestions', limit: 1 })).rejects.toMatchObject({
      code: 'HISTORY_DAMAGED',
    })
  })

  it('whose source is a link to another file says nothing of that file', async () => {
    await mkdir(layout.sources)
    await symlink('/etc/passwd', join(layout.sources, 'own.json'))
    const refused = await sourcesOf(layout).catch((error) => error)
    expect(refused).toMatchObject({ code: 'SOURCE_DAMAGED', cause: { code: 'LAKE_LINK' } })
  })
})

describe('links inside the lake', () => {
  it.each([
    ['tables of no run', 'curated/films/run_id=20200101T000000Z-abcdef'],
    ['unfinished work', 'tmp/run-20200101T000000Z-abcdef'],
    ['unfinished landings', 'tmp/landing-1'],
    ['a finished copy', 'tmp/prepared/0123456789abcdef'],
    ['a run', 'runs/20200101T000000Z-abcdef'],
    ['a file beside its place', 'curated/CURRENT.json.01234567-89ab-4cde-8f01-23456789abcd.tmp'],
  ])('%s: a link is never followed to write or remove', async (_, name) => {
    const path = join(layout.root, name)
    await mkdir(join(path, '..'), { recursive: true })
    await symlink(outside, path)
    // A record behind the link that looks like that of a killed run.
    if (name.startsWith('runs/')) {
      const record = { run_id: name.slice(5), verb: 'etl', state: 'running', pid: 1 }
      await writeFile(join(outside, 'run.json'), JSON.stringify(record))
    }
    expect(await writeAll(join(layout.root, '..', 'm.csv'))).toEqual([
      'unchanged',
      'published',
      'unchanged',
      'pruned',
    ])
    if (name.startsWith('runs/')) {
      expect(JSON.parse(await readFile(join(outside, 'run.json'), 'utf8')).state).toBe('running')
      await writeFile(join(outside, 'run.json'), '{}')
    }
    await expectUntouched()
    expect(contentOf(await expectWhole(layout, 'after'))).toBe(before)
  })

  it('a published file that became a link is replaced, not written through', async () => {
    await rename(layout.current, join(outside, '..', 'CURRENT.json'))
    await symlink(join(outside, '..', 'CURRENT.json'), layout.current)
    const linked = await readFile(layout.current, 'utf8')
    expect((await run(layout, { force: true })).status).toBe('published')
    expect((await lstat(layout.current)).isSymbolicLink()).toBe(false)
    expect(await readFile(join(outside, '..', 'CURRENT.json'), 'utf8')).toBe(linked)
  })

  it('the whole lake may be a link', async () => {
    const link = join(layout.root, '..', 'link')
    await symlink(layout.root, link)
    expect((await run(lakeLayout(link), { force: true })).status).toBe('published')
    expect(contentOf(await expectWhole(layout, 'through a link'))).toBe(before)
  })
})
