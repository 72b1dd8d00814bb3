import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
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

test.each([
  ['a folder that reads as a pattern', 'films [old]', 'films o'],
  ['a folder that reads as a column', 'entry=theirs', 'theirs'],
])('a lost journal comes back from the files of its own lake: %s', async (_name, name, beside) => {
  const folder = await tempLake()
  const [layout, other] = [name, beside].map((each) => lakeLayout(join(folder, each, 'lake'))) as [
    LakeLayout,
    LakeLayout,
  ]
  const mine = reviewEntry('Mine.')
  await contribute(layout, () => [mine])
  await contribute(other, () => [reviewEntry('Theirs.')])
  await rm(layout.journal)
  expect((await readContributions(layout)).contributions.map(({ entry }) => entry)).toEqual([mine])
})

test.each<[string, (path: string) => Promise<unknown>]>([
  ['of no bytes', (path) => writeFile(path, '')],
  ['without a line', (path) => emptied(path)],
  ['of another program', (path) => rewritten(path, 'CREATE TABLE other (a)')],
  [
    'with a table of another shape',
    (path) => rewritten(path, 'CREATE TABLE journal (a); PRAGMA user_version = 1'),
  ],
])('a journal that is %s is a lost one: nothing that was contributed is', async (_name, damage) => {
  const layout = await lake()
  const [film, review] = [filmEntry(7), reviewEntry()]
  await contribute(layout, () => [film, review])
  await damage(layout.journal)
  const next = reviewEntry('Afterwards.')
  await contribute(layout, () => [next])
  const kept = (await readContributions(layout)).contributions.map(({ entry }) => entry.id)
  expect(kept.toSorted()).toEqual([film.id, review.id, next.id].toSorted())
  expect(await exported(layout, 'reviews')).toHaveLength(2)
})

test('a journal that comes back has its lines in their order, whatever the clock was', async () => {
  const layout = await lake()
  const [first, second] = [filmEntry(222), filmEntry(111)]
  const review = reviewEntry()
  await contribute(layout, () => [{ ...first, created_at: '2030-01-01T00:00:00.000Z' }])
  await contribute(layout, () => [{ ...review, created_at: '2020-01-01T00:00:00.000Z' }])
  await contribute(layout, () => [{ ...second, created_at: '2025-01-01T00:00:00.000Z' }])
  await rm(layout.journal)
  const ids = (await readContributions(layout)).contributions.map(({ entry }) => entry.id)
  expect(ids).toEqual([review.id, first.id, second.id])
})

test('a file of contributions that cannot be read is set aside, not written over', async () => {
  const layout = await lake()
  await contribute(layout, () => [filmEntry(7), reviewEntry()])
  const path = join(layout.contributions, 'reviews.parquet')
  const cut = (await readFile(path)).subarray(8)
  await writeFile(path, cut)
  await rm(layout.journal)
  const { contributions, notices } = await readContributions(layout)
  expect(contributions).toHaveLength(1)
  expect(notices).toMatchObject([{ text: expect.stringMatching(/^reviews\.damaged-.*\.parquet$/) }])
  expect(await readFile(join(layout.contributions, notices[0]?.text ?? ''))).toEqual(cut)
})

test('whoever is killed between setting aside and recovering leaves it to the next', async () => {
  const layout = await lake()
  const entry = reviewEntry()
  await contribute(layout, () => [entry])
  await rename(layout.journal, join(layout.contributions, 'journal.damaged-20260101T000000Z.sqlite'))
  await rm(join(layout.contributions, 'reviews.parquet'))
  expect((await readContributions(layout)).contributions.map((each) => each.entry)).toEqual([entry])
})

test('neither the folder nor the journal may be a link to another lake’s', async () => {
  const [layout, other] = [await lake(), await lake()]
  for (const each of [layout, other]) await contribute(each, () => [reviewEntry()])
  const before = await readFile(other.journal)
  for (const name of ['journal', 'contributions'] as const) {
    await rename(layout[name], `${layout[name]}.kept`)
    await symlink(other[name], layout[name])
    await expect(contribute(layout, () => [reviewEntry()])).rejects.toMatchObject({ code: 'LAKE_LINK' })
    await rm(layout[name])
    await rename(`${layout[name]}.kept`, layout[name])
  }
  expect(await readFile(other.journal)).toEqual(before)
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
  const twice = { ...document, entries: [...document.entries, ...document.entries] }
  expect(await importHandover(await lake(), twice)).toEqual({ imported: 3, already_there: 3 })
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

/** As a program that was killed before it wrote its first line leaves it. */
async function emptied(path: string): Promise<void> {
  const database = new Sqlite(path)
  database.exec('DROP TRIGGER journal_is_append_only_2; DELETE FROM journal')
  database.close()
}

async function rewritten(path: string, sql: string): Promise<void> {
  await rm(path)
  const database = new Sqlite(path)
  database.exec(sql)
  database.close()
}

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
