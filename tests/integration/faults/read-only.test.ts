import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { cine } from '../../helpers/cine.ts'
import { IS_ROOT, smallDisk } from '../../helpers/faults/mounts.ts'
import { contentOf, expectTidy, expectWhole } from '../../helpers/faults/whole-lake.ts'
import { tempLake } from '../../helpers/lake.ts'
import { land, run } from '../../helpers/run.ts'
import { sharedData } from '../../helpers/shared-data.ts'

// Several whole commands each.
vi.setConfig({ testTimeout: 120_000 })

const CLAPPER = sharedData('clapper')
const BINARY = join(import.meta.dirname, '../../../bin/cine.mjs')

async function publishedLake(folder: string): Promise<LakeLayout> {
  const layout = lakeLayout(join(folder, 'lake'))
  await land(layout, [join(CLAPPER, 'Movies_2000.csv.gz')])
  await run(layout)
  return layout
}

const WRITING = [
  ['etl', '--force'],
  ['ingest', '--from', CLAPPER],
  ['runs', 'publish', 'current'],
  ['runs', 'prune', '--keep', '1'],
]
const READING = [
  ['films', '--limit', '1'],
  ['reviews', '--limit', '1'],
  ['report', 'timeline'],
  ['runs', 'list'],
  ['runs', 'show', '--verify'],
  ['runs', 'diff', 'current', 'current'],
  ['quality'],
  ['sql', 'SELECT count(*) FROM films'],
]

/** Runs the command as someone who may not write there; root gives up the power to write where it may not. */
async function asOther(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const command = [process.execPath, BINARY, ...args, '--json']
  const [file = '', ...rest] = IS_ROOT
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', ...command]
    : command
  const { exitCode, stdout } = await execa(file, rest, { reject: false, env })
  return { exitCode, json: JSON.parse(stdout) }
}

// For others, the same promises are put to the test below, with rights that are missing.
const asRoot = IS_ROOT ? describe : () => {}

asRoot('a disk that is mounted read only', () => {
  it('is read by every command that only reads; the others say READ_ONLY', async () => {
    const { folder, readOnly } = await smallDisk(6_000_000)
    const layout = await publishedLake(folder)
    await readOnly()
    for (const args of READING)
      expect((await cine([...args, '--lake', layout.root, '--json'])).exitCode, args.join(' ')).toBe(0)
    for (const args of WRITING) {
      const { exitCode, json } = await cine([...args, '--lake', layout.root, '--json'])
      expect([exitCode, json().error?.code], args.join(' ')).toEqual([1, 'READ_ONLY'])
    }
    await expectWhole(layout, 'read only')
  })

  it('cannot have a new lake', async () => {
    const { folder, readOnly } = await smallDisk(1_000_000)
    await readOnly()
    const { json } = await cine(['pipeline', '--from', CLAPPER, '--lake', join(folder, 'a/b'), '--json'])
    expect(json().error).toMatchObject({ code: 'READ_ONLY', message: expect.stringContaining(folder) })
  })
})

describe.runIf(process.platform !== 'win32')('a lake that someone else may only read', () => {
  async function onlyRead(layout: LakeLayout, except: readonly string[] = []): Promise<void> {
    onTestFinished(() => everyoneMayAll(layout))
    for (const name of ['', ...(await readdir(layout.root, { recursive: true }))])
      await chmod(join(layout.root, name), except.some((each) => name.startsWith(each)) ? 0o777 : 0o555)
  }

  async function everyoneMayAll(layout: LakeLayout): Promise<void> {
    for (const name of ['', ...(await readdir(layout.root, { recursive: true }))])
      await chmod(join(layout.root, name), 0o777)
  }

  it('is read; to write says PERMISSION_DENIED, and of which file', async () => {
    const layout = await publishedLake(await tempLake())
    await onlyRead(layout)
    expect((await asOther(['films', '--limit', '0', '--lake', layout.root])).json.total).toBe(105)
    expect((await asOther(['runs', 'show', '--verify', '--lake', layout.root])).json.whole).toBe(true)
    for (const args of WRITING) {
      const { exitCode, json } = await asOther([...args, '--lake', layout.root])
      expect([exitCode, json.error?.code], args.join(' ')).toEqual([1, 'PERMISSION_DENIED'])
      expect(json.error.message).toContain(layout.root)
    }
    await everyoneMayAll(layout)
    await expectWhole(layout, 'read only')
  })

  it.each([['films'], ['reviews']])(
    'only the tables of %s may not be written: the run fails, nothing is lost',
    async (table) => {
      const layout = await publishedLake(await tempLake())
      const others = ['films', 'reviews', 'people', 'rejects'].filter((name) => name !== table)
      const writable = ['metadata', 'runs', 'tmp', ...others.map((name) => `curated/${name}`)]
      await mkdir(layout.tmp, { recursive: true })
      await onlyRead(layout, writable)
      await chmod(layout.root, 0o777)
      await chmod(layout.curated, 0o777)
      const { exitCode, json } = await asOther(['etl', '--force', '--lake', layout.root])
      expect([exitCode, json.error?.code]).toEqual([1, 'PERMISSION_DENIED'])
      expect(json.error.message).toContain(`curated/${table}/`)
      await chmod(join(layout.curated, table), 0o777)
      await expectWhole(layout, 'one table read only')
      expect((await run(layout, { force: true })).status).toBe('published')
    },
  )
})

it.runIf(process.platform !== 'win32').each([['curated'], ['curated/reviews'], ['runs'], ['tmp']])(
  'the right to write into %s is lost during a run: told, the old run whole, and it works with the right again',
  async (name) => {
    const layout = await publishedLake(await tempLake())
    const before = contentOf(await expectWhole(layout, 'before'))
    const folder = join(layout.root, name)
    const preload = join(import.meta.dirname, '../../helpers/faults/rights-lost.mjs')
    const env = { NODE_OPTIONS: `--import=${preload}`, CINE_TEST_FOLDER: folder }
    onTestFinished(() => chmod(folder, 0o755).catch(() => {}))
    const { exitCode, json } = await asOther(['etl', '--force', '--lake', layout.root], env)
    // What is only there to be tidied up may be left.
    if (exitCode !== 0) {
      expect(json.error.code).toBe('PERMISSION_DENIED')
      expect(json.error.message).toContain(layout.root)
      expect(contentOf(await expectWhole(layout, 'after'))).toBe(before)
    }
    if (name.startsWith('curated')) expect(exitCode).toBe(1)
    await chmod(folder, 0o755)
    expect((await run(layout, { force: true })).status).toBe('published')
    await expectTidy(layout)
  },
)

it('a file where the lake or one of its folders should be is told', async () => {
  const folder = await tempLake()
  await writeFile(join(folder, 'file'), '')
  await mkdir(join(folder, 'lake'))
  await writeFile(join(folder, 'lake', 'curated'), '')
  for (const lake of ['file', 'file/lake', 'lake'])
    for (const args of [['etl'], ['ingest', '--from', CLAPPER]]) {
      const { json } = await cine([...args, '--lake', join(folder, lake), '--json'])
      expect(json().error, lake).toMatchObject({
        code: 'NOT_A_FOLDER',
        message: expect.stringContaining(folder),
      })
    }
})
