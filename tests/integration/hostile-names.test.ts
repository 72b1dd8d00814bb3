import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'

const movies = (id: string) => `id,title,audienceScore,tomatoMeter\n${id},Film ${id},10,20\n`
/** What a program would take for an option, a command or a pattern, if it were pasted into its line. */
const NAMES = ['-rf.csv', '--lake=elsewhere.csv', '$(touch ran).csv', ';touch ran;.csv', '`touch ran`.csv']

test('files whose names look like options or commands are files', async () => {
  const folder = await tempLake()
  for (const [at, name] of NAMES.entries()) await writeFile(join(folder, name), movies(`film_${at}`))
  const lake = join(await tempLake(), '-lake')
  const run = await cine(['pipeline', '--from', folder, '--lake', lake, '--json'], { cwd: folder })
  expect(run.exitCode, run.stderr).toBe(0)
  const landed = run.json().ingestions as { file: string; status: string }[]
  expect(landed.map(({ status }) => status)).toEqual(NAMES.map(() => 'completed'))
  expect(run.json().run.tables.films.rows).toBe(NAMES.length)
  expect(existsSync(join(folder, 'ran'))).toBe(false)
  expect((await readdir(folder)).toSorted()).toEqual(NAMES.toSorted())
})

test('on the command line too: after --, as the value of an option, in a lake of such a name', async () => {
  const folder = await tempLake()
  await writeFile(join(folder, '-film.csv'), movies('a'))
  const here = { cwd: folder }
  const landed = await cine(['ingest', '--lake=-lake', '--json', '--', '-film.csv'], here)
  expect(landed.exitCode, landed.stderr + landed.stdout).toBe(0)
  expect((await cine(['etl', '--lake=-lake'], here)).exitCode).toBe(0)
  const out = await cine(['films', '--lake=-lake', '--export=-out.csv'], here)
  expect(out.exitCode, out.stderr).toBe(0)
  expect(await readFile(join(folder, '-out.csv'), 'utf8')).toContain('Film a')
})

test('a file whose name is not UTF-8 is told, the others are landed', async () => {
  const folder = await tempLake()
  const nameless = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.csv')])
  const written = await writeFile(nameless, movies('a')).catch((error: NodeJS.ErrnoException) => error.code)
  if (written === 'EILSEQ') return // Disks of macOS have no such names.
  await writeFile(join(folder, 'good.csv'), movies('b'))
  const run = await cine(['pipeline', '--from', folder, '--lake', await tempLake(), '--json'])
  expect(run.json().ingestions).toMatchObject([
    { file: 'caf\ufffd.csv', status: 'failed', error_code: 'INGEST_NAME_ENCODING' },
    { file: 'good.csv', status: 'completed' },
  ])
  expect(run.exitCode).toBe(1)
})

test('no program is started through a shell, and none by a line that was put together', async () => {
  const source = join(import.meta.dirname, '../../src')
  const outside = (name: string) => !name.startsWith('renderer')
  const files = (await readdir(source, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && outside(name),
  )
  expect(files.length).toBeGreaterThan(100)
  for (const name of files) {
    const text = await readFile(join(source, name), 'utf8')
    expect(text, name).not.toMatch(/\bshell: (?!false\b)/)
    expect(text, name).not.toMatch(/\bexecaCommand|\bexec(Sync)?\b.*from 'node:child_process'/)
    // A template right after the name is execa's own way of splitting a line.
    expect(text, name).not.toMatch(/\bexeca(Sync)?(\([^)]*\))?`/)
  }
})
