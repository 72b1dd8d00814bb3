import { appendFile, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { TableDiff } from '../../src/pipeline/api.ts'
import { type Engine, openEngine } from '../../src/pipeline/engine.ts'
import type { LakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import type { Manifest } from '../../src/pipeline/lake/manifest.ts'
import { saveSource } from '../../src/pipeline/mapping/index.ts'
import { PublishedRun } from '../../src/pipeline/runs/published.ts'
import { SOURCES } from '../../src/pipeline/sources/index.ts'
import { cine } from '../helpers/cine.ts'
import { lakeOf, land, run } from '../helpers/run.ts'

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice\n'
const REVIEWS = 'id,reviewId,criticName,originalScore,reviewText,scoreSentiment,creationDate\n'

/** A lake with two runs: between them a film and a reject came in, one film changed, one review lost its score. */
let layout: LakeLayout
let first: string
let second: string
let engine: Engine
beforeEach(async () => {
  layout = await lakeOf({
    'm.csv': `${RT}a,A,10,20,2001-01-01,100,Drama,Ann,$1M\nb,B,,,,,,Bo,\n`,
    'r.csv': `${REVIEWS}a,1,Ann,3/5,Fine,POSITIVE,2001-01-02\na,2,Bo,4/5,Good,POSITIVE,2001-01-02\n`,
  })
  first = (await run(layout)).run_id
  const more = join(layout.root, '..', 'more.csv')
  await writeFile(more, `${RT}a,A,11,20,2001-01-01,100,Drama,Ann,\nc,C,,,,,,Cy,\n,No key,,,,,,,\n`)
  await land(layout, [more])
  second = (await run(layout)).run_id
  engine = await openEngine({ lake: layout.root })
  onTestFinished(() => engine.close())
})

const films = (runId: string) => join(layout.curated, 'films', `run_id=${runId}`, 'part-0.parquet')
const table = (tables: readonly TableDiff[], name: string) => tables.find((each) => each.table === name)

it('each run has a log: what happened when, a line of JSON each', async () => {
  const text = await readFile(join(layout.runs, second, 'log.jsonl'), 'utf8')
  const log = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const told = log.filter(({ event, state }) => event !== 'step' || state)
  expect(told.map(({ event, step, state }) => [event, step, state].filter(Boolean).join(' '))).toEqual([
    'started',
    'step verify running',
    'step verify done',
    'step transform running',
    'step transform done',
    'step publish running',
    'step publish done',
    'published',
  ])
  expect(log.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true)
})

describe('runs show', () => {
  it('tells all of a run, by its id, its beginning, current or previous', async () => {
    const show = async (name: string) => (await engine.request('runs.show', { run: name })).run_id
    expect([
      await show(first),
      await show('current'),
      await show('previous'),
      await show(second.slice(0, -1)),
    ]).toEqual([first, second, first, second])
    const detail = await engine.request('runs.show', { run: 'current' })
    expect(detail).toMatchObject({
      state: 'published',
      current: true,
      verb: 'etl',
      whole: true,
      compared_with: first,
      published: { tables: { films: { rows: 3 }, rejects: { rows: 1 } } },
    })
    expect(detail.steps.map((step) => step.state)).toEqual(['done', 'done', 'done'])
    expect(detail.files.map((file) => [file.table, file.state])).toEqual([
      ['films', 'unread'],
      ['reviews', 'unread'],
      ['people', 'unread'],
      ['rejects', 'unread'],
    ])
    expect(detail.checks.every((check) => check.level === 'ok')).toBe(true)
  })

  it('in a lake without a run says that nothing is published, whatever run is named', async () => {
    const none = await openEngine({ lake: join(layout.root, '..', 'empty') })
    onTestFinished(() => none.close())
    for (const name of ['current', 'previous', '2026'])
      await expect(none.request('runs.show', { run: name })).rejects.toMatchObject({
        code: 'NOTHING_PUBLISHED',
      })
  })

  it('refuses a name that no run has, or several', async () => {
    await expect(engine.request('runs.show', { run: 'nope' })).rejects.toMatchObject({ code: 'RUN_UNKNOWN' })
    await expect(engine.request('runs.show', { run: '2' })).rejects.toMatchObject({
      code: 'RUN_AMBIGUOUS',
      details: { matching: [second, first] },
    })
  })

  it('finds a changed byte: at once when the time says so, with --verify when nothing does', async () => {
    // Times that the file system and `utimes` write alike.
    await utimes(films(second), 1e9, 1e9)
    await engine.request('runs.publish', { run: 'current' })
    const content = await readFile(films(second))
    content[100] = (content[100] ?? 0) ^ 1
    await writeFile(films(second), content)
    const seen = await cine(['runs', 'show', '--lake', layout.root, '--json'])
    expect(seen.exitCode).toBe(1)
    expect(seen.json().files[0]).toMatchObject({
      state: 'altered',
      problem: 'does not hold what was published',
    })

    await utimes(films(second), 1e9, 1e9)
    expect((await engine.request('runs.show', { run: 'current' })).whole).toBe(true)
    const read = await engine.request('runs.show', { run: 'current', verify: true })
    expect(read.whole).toBe(false)
    expect(read.files.map((file) => file.state)).toEqual(['altered', 'whole', 'whole', 'whole'])
  })
})

describe('runs diff', () => {
  it('counts rows by key, and values by column', async () => {
    const diff = await engine.request('runs.diff', { a: first, b: second })
    expect(diff).toMatchObject({
      a: first,
      b: second,
      same: false,
      rules_changed: false,
      causes: {
        inputs: { added: 1, removed: 0, sources_added: [], sources_removed: [] },
        rules: false,
        layouts: [],
        options: [],
        contributions: 0,
      },
    })
    expect(table(diff.tables, 'films')).toMatchObject({
      key: ['film_id'],
      rows_a: 2,
      rows_b: 3,
      added: 1,
      removed: 0,
      changed: 1,
      unchanged: 1,
      schema: [],
      columns: [{ column: 'audience_score', changed: 1 }],
      samples: {
        added: [{ film_id: 'rt:c' }],
        removed: [],
        changed: [{ key: { film_id: 'rt:a' }, values: [{ column: 'audience_score', a: 10, b: 11 }] }],
      },
    })
    expect(table(diff.tables, 'reviews')).toMatchObject({ added: 0, removed: 0, changed: 0, unchanged: 2 })
    expect(table(diff.tables, 'people')).toMatchObject({ added: 1, removed: 0, changed: 0, unchanged: 2 })
    expect(table(diff.tables, 'rejects')).toMatchObject({ added: 1, samples: { added: [{ line: 4 }] } })
    expect(diff.balance.map(({ a, b }) => [a?.rows_in, b?.rows_in])).toEqual([
      [2, 5],
      [2, 2],
    ])
    expect(diff.inputs.map((input) => [input.path.replace(/.*\//, ''), input.in]).sort()).toEqual([
      ['m.csv', 'both'],
      ['more.csv', 'b'],
      ['r.csv', 'both'],
    ])
  })

  it('the other way round is the same change backwards; unknown is a value like any other', async () => {
    const diff = await engine.request('runs.diff', { a: second, b: first, samples: 0 })
    expect(table(diff.tables, 'films')).toMatchObject({
      added: 0,
      removed: 1,
      changed: 1,
      samples: { added: [], removed: [], changed: [] },
    })
    const filled = join(layout.root, '..', 'filled.csv')
    await writeFile(filled, `${RT}b,B,50,,,90,"Drama, War",Bo,\n`)
    await land(layout, [filled])
    await run(layout)
    const known = await engine.request('runs.diff', { a: second, b: 'current' })
    expect(table(known.tables, 'films')?.columns.map(({ column, changed }) => [column, changed])).toEqual(
      expect.arrayContaining([
        ['audience_score', 1],
        ['genres', 1],
        ['primary_genre', 1],
        ['runtime_minutes', 1],
      ]),
    )
    expect(table(known.tables, 'films')?.samples.changed[0]?.values).toContainEqual({
      column: 'genres',
      a: null,
      b: ['Drama', 'War'],
    })
  })

  it('of a run with itself: the same', async () => {
    const again = (await run(layout, { force: true })).run_id
    for (const b of [second, again])
      expect(await engine.request('runs.diff', { a: second, b })).toMatchObject({
        same: true,
        tables: [{ unchanged: 3 }, { unchanged: 2 }, { unchanged: 3 }, { unchanged: 1 }],
      })
  })

  it('says what the two were made from: a new source is no other rule, a layout or an option is', async () => {
    const causes = async (a: string, b: string) => (await engine.request('runs.diff', { a, b })).causes
    const films = join(layout.root, '..', 'omdb.csv')
    await writeFile(films, 'Title,Year,imdbRating,imdbID\nD,1990,7.1,tt0000004\n')
    await land(layout, [films])
    const third = (await run(layout)).run_id
    expect(await causes(second, third)).toEqual({
      inputs: { added: 1, removed: 0, sources_added: ['imdb_kaggle'], sources_removed: [] },
      rules: false,
      layouts: [],
      options: [],
      contributions: 0,
    })
    await engine.request('contributions.film', { film_id: 'rt:a', box_office_usd: 5, author: 'Ann' })
    const fourth = (await run(layout, { n_rows: 1 })).run_id
    expect(await causes(third, fourth)).toMatchObject({
      inputs: { added: 0, removed: 0 },
      options: [{ option: 'n_rows', a: null, b: 1 }],
      contributions: 1,
    })
    const spec = SOURCES.find(({ id }) => id === 'imdb_kaggle')
    await saveSource(layout, { ...spec, title: 'Ours' }, { replace: true })
    const fifth = (await run(layout, { n_rows: 1 })).run_id
    expect(await causes(fourth, fifth)).toMatchObject({ rules: false, layouts: ['imdb_kaggle'], options: [] })
    expect(await engine.request('runs.diff', { a: fourth, b: fifth })).toMatchObject({
      same: true,
      rules_changed: true,
    })
  })

  it('does not guess what an older program did not note', async () => {
    const path = join(layout.runs, first, 'run.json')
    const record = JSON.parse(await readFile(path, 'utf8'))
    delete record.manifest.layouts
    record.manifest.rules_version = 'of another program'
    await writeFile(path, JSON.stringify(record))
    expect(await engine.request('runs.diff', { a: first, b: second })).toMatchObject({
      rules_changed: false,
      causes: { rules: null, layouts: null },
    })
  })

  it('is told on a terminal', async () => {
    const { stdout } = await cine(['runs', 'diff', 'previous', '--lake', layout.root])
    expect(stdout).toContain('What they were made from:\n  1 file more\n')
    expect(stdout).toMatch(/films +2 +3 +1 +0 +1/)
    expect(stdout).toContain('audience_score: 10 → 11')
    expect(stdout).toContain('+ raw/rt_movies/')
  })

  it('of a run that is damaged is refused, by the file', async () => {
    await rm(films(first))
    await expect(engine.request('runs.diff', { a: first, b: second })).rejects.toMatchObject({
      code: 'RUN_DAMAGED',
      message: expect.stringContaining(`run_id=${first}`),
    })
  })
})

describe('runs publish', () => {
  it('publishes an earlier run again; readers see it at once; it can be undone', async () => {
    const before = await engine.request('films.page', {})
    expect(before.total).toBe(3)
    expect(await engine.request('runs.publish', { run: 'previous' })).toMatchObject({
      run_id: first,
      previous_run_id: second,
      status: 'published',
      files: 4,
    })
    expect((await engine.request('films.page', {})).total).toBe(2)
    const { runs } = await engine.request('runs.list', {})
    expect(runs.map((each) => [each.run_id, each.current, each.republished_at !== null])).toEqual([
      [second, false, false],
      [first, true, true],
    ])
    expect(await engine.request('runs.publish', { run: first })).toMatchObject({ status: 'unchanged' })
    await engine.request('runs.publish', { run: second })
    expect((await engine.request('films.page', {})).total).toBe(3)
  })

  it('reads every file first: a run with one changed byte is not published', async () => {
    const content = await readFile(films(first))
    content[100] = (content[100] ?? 0) ^ 1
    await writeFile(films(first), content)
    await expect(engine.request('runs.publish', { run: first })).rejects.toMatchObject({
      code: 'RUN_DAMAGED',
    })
    expect((await engine.request('lake.info', {})).published?.run_id).toBe(second)
  })

  it('refuses runs that were not published, and those whose tables are not kept', async () => {
    const failing = run(layout, {
      force: true,
      onStep: (key) => {
        if (key === 'transform') throw new Error('struck by lightning')
      },
    })
    await expect(failing).rejects.toThrow('lightning')
    const { unpublished } = await engine.request('runs.list', {})
    await expect(engine.request('runs.publish', { run: unpublished[0]?.run_id ?? '' })).rejects.toMatchObject(
      {
        code: 'RUN_NOT_PUBLISHED',
      },
    )
    await engine.request('runs.prune', { keep: 1 })
    await expect(engine.request('runs.publish', { run: first })).rejects.toMatchObject({ code: 'RUN_PRUNED' })
  })
})

describe('a published run that something else damaged', () => {
  const offered = `\`cine runs publish previous\` to go back to run`

  it.each([
    ['removed', 'TABLE_MISSING', () => rm(films(second))],
    ['cut', 'TABLE_ALTERED', () => truncate(films(second), 100)],
    ['longer', 'TABLE_ALTERED', () => appendFile(films(second), 'x')],
    ['removed with its folder', 'TABLE_MISSING', () => rm(join(films(second), '..'), { recursive: true })],
  ])(
    'a file %s: told by its name, and the previous run is offered, which then works',
    async (_, code, damage) => {
      await damage()
      const told = await cine(['films', '--lake', layout.root, '--json'])
      expect(told.exitCode).toBe(1)
      expect(told.json().error).toMatchObject({
        code,
        message: expect.stringContaining(`curated/films/run_id=${second}/part-0.parquet`),
        hint: expect.stringContaining(`${offered} ${first}`),
      })
      await engine.request('runs.publish', { run: 'previous' })
      expect((await engine.request('films.page', {})).total).toBe(2)
    },
  )

  it('bytes that cannot be read any more, their time unchanged: told by the file all the same', async () => {
    const people = films(second).replace('/films/', '/people/')
    await utimes(people, 1e9, 1e9)
    await engine.request('runs.publish', { run: 'current' })
    const content = await readFile(people)
    content.fill(0xff, 4, content.length - 800)
    await writeFile(people, content)
    await utimes(people, 1e9, 1e9)
    await expect(engine.request('films.get', { film_id: 'rt:a' })).rejects.toMatchObject({
      code: 'TABLE_ALTERED',
      message: expect.stringContaining('/people/'),
    })
    await expect(engine.request('runs.diff', { a: first, b: second })).rejects.toMatchObject({
      code: 'RUN_DAMAGED',
      message: expect.stringContaining('/people/'),
    })
  })

  it('while the studio is open: the next request tells which file', async () => {
    await engine.request('reviews.page', {})
    await rm(films(second).replace('/films/', '/reviews/'))
    await expect(engine.request('reviews.page', {})).rejects.toMatchObject({
      code: 'TABLE_MISSING',
      message: expect.stringContaining('reviews'),
    })
  })

  it('CURRENT.json removed: it is not taken for a lake without a run', async () => {
    await rm(layout.current)
    await expect(engine.request('films.page', {})).rejects.toMatchObject({
      code: 'MANIFEST_DAMAGED',
      message: expect.stringContaining('missing'),
      hint: expect.stringContaining(`${offered} ${second}`),
    })
    expect(await engine.request('runs.publish', { run: 'previous' })).toMatchObject({ run_id: second })
  })

  it.each([
    ['cut', (text: string) => text.slice(0, 300)],
    ['empty', () => ''],
    ['of zeros', (text: string) => '\0'.repeat(text.length)],
    ['of other JSON', () => '[]'],
    ['without the files of a table', (text: string) => withFilms(text, () => [])],
    ['with a file twice', (text: string) => withFilms(text, ({ films }) => [...films.files, ...films.files])],
    ['with the files of another table', (text: string) => withFilms(text, ({ people }) => people.files)],
    ['that leaves the lake', (text: string) => text.replaceAll('curated/films/', 'curated/films/../../../')],
  ])('CURRENT.json %s: the list of runs still works, and any of them can be published', async (_, damage) => {
    await writeFile(layout.current, damage(await readFile(layout.current, 'utf8')))
    await expect(engine.request('films.page', {})).rejects.toMatchObject({
      code: 'MANIFEST_DAMAGED',
      hint: expect.stringContaining(`${offered} ${second}`),
    })
    const { runs, problem } = await engine.request('runs.list', {})
    expect(problem).toMatchObject({ code: 'MANIFEST_DAMAGED' })
    expect(runs.map((each) => each.current)).toEqual([false, false])
    expect(await engine.request('lake.info', {})).toMatchObject({
      published: null,
      problem: { code: 'MANIFEST_DAMAGED' },
    })
    expect(await engine.request('runs.publish', { run: 'previous' })).toMatchObject({ run_id: second })
    expect((await engine.request('films.page', {})).total).toBe(3)
  })
})

describe('runs prune', () => {
  const folders = () => readdir(join(layout.curated, 'films'))

  it('says what would go, then removes the oldest tables and keeps their history', async () => {
    const third = (await run(layout, { force: true })).run_id
    const told = await engine.request('runs.prune', { keep: 2, dry_run: true })
    expect(told).toMatchObject({ dry_run: true, kept: [third, second], removed: [{ run_id: first }] })
    expect(await folders()).toHaveLength(3)
    const done = await engine.request('runs.prune', { keep: 2 })
    expect(done).toEqual({ ...told, dry_run: false })
    expect(done.freed_bytes).toBeGreaterThan(1000)
    expect((await folders()).sort()).toEqual([`run_id=${second}`, `run_id=${third}`])
    expect(await readdir(join(layout.runs, first))).toEqual(['log.jsonl', 'run.json'])
    const { runs } = await engine.request('runs.list', {})
    expect(runs.map((each) => [each.run_id, each.pruned_at !== null])).toEqual([
      [third, false],
      [second, false],
      [first, true],
    ])
    expect(await engine.request('runs.prune', { keep: 2 })).toMatchObject({ removed: [], freed_bytes: 0 })
    await expect(engine.request('runs.diff', { a: first, b: third })).rejects.toMatchObject({
      code: 'RUN_PRUNED',
    })
  })

  it('never removes the current run, however old, nor anything under raw/', async () => {
    const raw = await readdir(layout.raw, { recursive: true })
    await engine.request('runs.publish', { run: first })
    expect(await engine.request('runs.prune', { keep: 1 })).toMatchObject({
      kept: [first],
      removed: [{ run_id: second }],
    })
    expect((await engine.request('films.page', {})).total).toBe(2)
    expect(await readdir(layout.raw, { recursive: true })).toEqual(raw)
  })

  it('a request whose run is replaced and removed under it is answered from the next one', async () => {
    const published = new PublishedRun(layout)
    const asked: string[] = []
    const reviews = await published.use(async ({ manifest, duck }) => {
      asked.push(manifest.run_id)
      if (asked.length === 1) {
        await run(layout, { force: true })
        await engine.request('runs.prune', { keep: 1 })
      }
      return duck.query('SELECT count(*) AS n FROM reviews')
    })
    await published.close()
    expect(reviews).toEqual([{ n: 2 }])
    expect(asked).toHaveLength(2)
    expect(asked[0]).toBe(second)
  })

  it('removes nothing when it cannot be told which run is current', async () => {
    await writeFile(layout.current, '{')
    await expect(engine.request('runs.prune', { keep: 1 })).rejects.toMatchObject({
      code: 'MANIFEST_DAMAGED',
    })
    expect(await folders()).toHaveLength(2)
  })

  it('killed after it noted a run, before it removed it: the next writer removes the rest', async () => {
    const path = join(layout.runs, first, 'run.json')
    const record = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...record, pruned_at: new Date().toISOString() }))
    await withWriterLock(layout, 'ingest', async () => {})
    expect(await folders()).toEqual([`run_id=${second}`])
  })

  it('asks for --keep, and does not ask for more without a terminal', async () => {
    expect((await cine(['runs', 'prune', '--lake', layout.root, '--json'])).exitCode).toBe(2)
    expect((await cine(['runs', 'prune', '--keep', '0', '--lake', layout.root, '--json'])).exitCode).toBe(2)
    const { exitCode, stdout } = await cine(['runs', 'prune', '--keep', '1', '--lake', layout.root])
    expect([exitCode, stdout.split('\n')[1]?.trim().slice(0, first.length)]).toEqual([0, first])
  })
})

/** The manifest with other files as its films. */
function withFilms(
  text: string,
  files: (tables: Manifest['tables']) => Manifest['tables']['films']['files'],
): string {
  const manifest = JSON.parse(text) as Manifest
  const { films } = manifest.tables
  const changed = files(manifest.tables)
  const rows = changed.reduce((sum, file) => sum + file.rows, 0)
  return JSON.stringify({
    ...manifest,
    tables: { ...manifest.tables, films: { ...films, rows, files: changed } },
  })
}
