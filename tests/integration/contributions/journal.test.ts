import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import {
  contribute,
  handover,
  importHandover,
  journalEntries,
  readContributions,
  redo,
  undo,
} from '../../../src/pipeline/contributions/index.ts'
import { openDuck } from '../../../src/pipeline/duck/index.ts'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { filmEntry, reviewEntry } from '../../helpers/contributions.ts'
import { tempLake } from '../../helpers/lake.ts'

const lake = async () => lakeLayout(await tempLake())

test('nothing is made in a lake that nobody contributes to', async () => {
  const layout = await lake()
  expect(await readContributions(layout)).toEqual({
    contributions: [],
    undoable: null,
    redoable: null,
    notices: [],
  })
  expect(await readdir(layout.root)).toEqual([])
})

test('contributions are kept, exported, undone and redone', async () => {
  const layout = await lake()
  const [film, review] = [filmEntry(5_000_000_000), reviewEntry('L’été, "vu" deux fois.\nOui.')]
  await contribute(layout, () => [film])
  await contribute(layout, () => [review])
  expect(await exported(layout, 'reviews')).toMatchObject([
    { film_id: 'tt0000001', review_text: review.after.review_text, score_ratio: 0.8, origin: 'contribution' },
  ])
  expect(await exported(layout, 'film_edits')).toMatchObject([
    { box_office_usd: 5_000_000_000, audience_score: null, edited: ['box_office_usd'] },
  ])
  expect((await undo(layout, 'ana')).id).toBe(review.id)
  expect(await exported(layout, 'reviews')).toEqual([])
  expect((await redo(layout, 'ana')).id).toBe(review.id)
  expect(await exported(layout, 'reviews')).toHaveLength(1)
  await expect(redo(layout, 'ana')).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' })
  await undo(layout, 'bo', film.id)
  await expect(undo(layout, 'bo', film.id)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
  await expect(undo(layout, 'bo', 'nothing')).rejects.toMatchObject({ code: 'CONTRIBUTION_UNKNOWN' })
})

test('the journal itself refuses to change or to forget', async () => {
  const layout = await lake()
  await contribute(layout, () => [filmEntry(1)])
  const database = new Sqlite(layout.journal)
  expect(() => database.exec('DELETE FROM journal')).toThrow(/append-only/)
  expect(() => database.exec("UPDATE journal SET author = 'eve'")).toThrow(/append-only/)
  database.close()
})

test('exported files that were removed are made again; a removed journal comes back from them', async () => {
  const layout = await lake()
  const [film, review] = [filmEntry(7), reviewEntry()]
  await contribute(layout, () => [film, review])
  for (const file of ['reviews', 'film_edits']) await rm(join(layout.contributions, `${file}.parquet`))
  expect((await readContributions(layout)).contributions).toHaveLength(2)
  expect(await exported(layout, 'reviews')).toHaveLength(1)
  await rm(layout.journal)
  const { contributions } = await readContributions(layout)
  expect(contributions.map(({ entry }) => entry)).toEqual(expect.arrayContaining([film, review]))
})

test.each([
  ['a header that is none', (bytes: Buffer) => bytes.fill(0x41, 0, 16)],
  ['a page that was overwritten', (bytes: Buffer) => bytes.fill(0, 4096, 8192)],
  ['half of the file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
])('a damaged journal is set aside whole and its contributions live on: %s', async (_name, damage) => {
  const layout = await lake()
  const entries = Array.from({ length: 40 }, (_, index) => reviewEntry(`${index} ${'x'.repeat(400)}`))
  await contribute(layout, () => entries)
  const damaged = Buffer.from(damage(await readFile(layout.journal)))
  await writeFile(layout.journal, damaged)
  const { contributions, notices } = await readContributions(layout)
  expect(new Set(contributions.map(({ entry }) => entry.id))).toEqual(new Set(entries.map(({ id }) => id)))
  const aside = (await readdir(layout.contributions)).filter((name) => name.includes('damaged'))
  expect(aside).toHaveLength(1)
  expect(notices).toMatchObject([{ text: aside[0] }])
  expect(await readFile(join(layout.contributions, aside[0] ?? ''))).toEqual(damaged)
})

test('a journal of a newer studio is left alone', async () => {
  const layout = await lake()
  await contribute(layout, () => [filmEntry(1)])
  const database = new Sqlite(layout.journal)
  database.pragma('user_version = 99')
  database.close()
  await expect(readContributions(layout)).rejects.toMatchObject({ code: 'JOURNAL_NEWER' })
  expect((await readdir(layout.contributions)).filter((name) => name.includes('damaged'))).toEqual([])
})

test('a journal is handed to a colleague, twice without harm', async () => {
  const [mine, theirs] = [await lake(), await lake()]
  const [one, two] = [filmEntry(1), reviewEntry()]
  await contribute(mine, () => [one, two])
  await undo(mine, 'ana', one.id)
  const document = JSON.parse(JSON.stringify(handover(await journalEntries(mine))))
  expect(await importHandover(theirs, document)).toEqual({ imported: 3, already_there: 0 })
  expect(await importHandover(theirs, document)).toEqual({ imported: 0, already_there: 3 })
  expect((await readContributions(theirs)).contributions.map(({ active }) => active)).toEqual([false, true])
  await expect(importHandover(theirs, { format: 'else' })).rejects.toMatchObject({
    code: 'IMPORT_NOT_A_JOURNAL',
  })
})

test('many at once: none is lost, and the exported files hold them all', async () => {
  const layout = await lake()
  const entries = Array.from({ length: 12 }, (_, index) => filmEntry(index + 1))
  await Promise.all(entries.map((entry) => contribute(layout, () => [entry])))
  expect((await readContributions(layout)).contributions).toHaveLength(12)
  expect(await exported(layout, 'film_edits')).toHaveLength(12)
})

async function exported(layout: LakeLayout, table: 'reviews' | 'film_edits') {
  const duck = await openDuck({ threads: 1 })
  try {
    return await duck.query('SELECT * EXCLUDE (entry) FROM read_parquet($1)', [
      join(layout.contributions, `${table}.parquet`),
    ])
  } finally {
    duck.close()
  }
}
