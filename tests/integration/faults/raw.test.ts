import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { landedFiles } from '../../../src/pipeline/ingest/index.ts'
import { readCurrent } from '../../../src/pipeline/lake/manifest.ts'
import { cine } from '../../helpers/cine.ts'
import { contentOf, expectTidy, expectWhole } from '../../helpers/faults/whole-lake.ts'
import { lakeOf, run } from '../../helpers/run.ts'

const FILM = 'id,title,audienceScore,tomatoMeter\na,Film,10,20\n'

test.each<[string, (text: string) => string]>([
  ['empty', () => ''],
  ['cut', (text) => text.slice(0, text.length / 2)],
  ['of zeros', (text) => '\0'.repeat(text.length)],
  ['of other JSON', () => '{"source":7}'],
  ['of no day', (text) => text.replace(/"landed_at": ?"[^"]*"/, '"landed_at":"some day"')],
])(
  'a marker that is %s is named; nothing is published without its file, and it heals',
  async (_how, damage) => {
    const layout = await lakeOf({ 'film.csv': FILM })
    await run(layout)
    const before = contentOf(await readCurrent(layout))
    const [landed] = await landedFiles(layout)
    const marker = (landed?.path ?? '').replace(/\.csv$/, '_SUCCESS.json')
    const text = await readFile(marker, 'utf8')
    await writeFile(marker, damage(text))
    const failed = await cine(['etl', '--force', '--lake', layout.root, '--json'])
    expect(failed.exitCode).toBe(1)
    expect(failed.json().error).toMatchObject({
      code: 'RAW_DAMAGED',
      message: expect.stringContaining('film_SUCCESS.json'),
      hint: expect.stringContaining('Put the file back'),
    })
    expect(contentOf(await readCurrent(layout))).toBe(before)
    expect((await cine(['films', '--lake', layout.root, '--json'])).json()).toMatchObject({ total: 1 })

    await writeFile(marker, text)
    expect((await cine(['etl', '--force', '--lake', layout.root])).exitCode).toBe(0)
    expect(contentOf(await expectWhole(layout, 'healed'))).toBe(before)
    await expectTidy(layout)
  },
)

test('a marker that was removed is missed: nothing is published without its file', async () => {
  const layout = await lakeOf({ 'film.csv': FILM })
  await run(layout)
  const [landed] = await landedFiles(layout)
  await rm((landed?.path ?? '').replace(/\.csv$/, '_SUCCESS.json'))
  await expect(run(layout, { force: true })).rejects.toMatchObject({
    code: 'RAW_DAMAGED',
    message: expect.stringContaining('film.csv is missing'),
  })
})

test('a landed file in which one byte was changed is named, and nothing of it is published', async () => {
  const layout = await lakeOf({ 'film.csv': FILM })
  await run(layout)
  const before = contentOf(await readCurrent(layout))
  const [landed] = await landedFiles(layout)
  const path = join(layout.root, landed?.lake_path ?? '')
  await writeFile(path, FILM.replace('Film', 'Filn'))
  const failed = await cine(['etl', '--force', '--lake', layout.root, '--json'])
  expect(failed.json().error).toMatchObject({
    code: 'RAW_DAMAGED',
    message: expect.stringContaining('film.csv'),
  })
  expect(contentOf(await readCurrent(layout))).toBe(before)
})

test.each([
  [
    'a marker that names a file outside',
    async (folder: string, outside: string) => {
      const marker = join(folder, 'film_SUCCESS.json')
      const text = JSON.parse(await readFile(marker, 'utf8'))
      await writeFile(marker, JSON.stringify({ ...text, file: relative(folder, outside) }))
    },
  ],
  [
    'a landed file that is a link out of the lake',
    async (folder: string, outside: string) => {
      await rm(join(folder, 'film.csv'))
      await symlink(outside, join(folder, 'film.csv'))
    },
  ],
])('%s is refused: no other file of this machine is read', async (_how, hide) => {
  const layout = await lakeOf({ 'film.csv': FILM })
  await run(layout)
  const outside = join(layout.root, '..', 'outside.csv')
  await writeFile(outside, FILM)
  const [landed] = await landedFiles(layout)
  await hide(dirname(landed?.path ?? ''), outside)
  await expect(landedFiles(layout)).rejects.toMatchObject({
    code: 'RAW_DAMAGED',
    message: expect.stringMatching(/marker .* cannot be read|is a symbolic link/),
  })
  await expect(run(layout, { force: true })).rejects.toMatchObject({ code: 'RAW_DAMAGED' })
})
