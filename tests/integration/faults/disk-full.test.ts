import { rm, statfs, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, it, vi } from 'vitest'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../../src/pipeline/lake/lock.ts'
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
  await land(
    layout,
    ['Movies_2000.csv.gz', 'Reviews_2000.csv.gz'].map((name) => join(CLAPPER, name)),
  )
  await run(layout)
  return layout
}

/** Whatever was refused, what was published is, and the same command works once there is room. */
async function expectRecovery(
  layout: LakeLayout,
  before: string,
  makeRoom: () => Promise<void>,
): Promise<void> {
  expect(contentOf(await expectWhole(layout, 'while the disk is full'))).toBe(before)
  await makeRoom()
  expect((await run(layout, { force: true })).status).toBe('published')
  expect(contentOf(await expectWhole(layout, 'with room again'))).toBe(before)
  await expectTidy(layout)
}

// For others, the same promises are put to the test below, with a limit on the size of files.
const asRoot = IS_ROOT ? describe : () => {}

asRoot('a disk with so many bytes left', () => {
  it.each([0, 4096, 20_000, 60_000, 150_000])(
    '%i: DISK_FULL, nothing lost, and it works with room again',
    async (left) => {
      const { folder } = await smallDisk(6_000_000)
      const layout = await publishedLake(folder)
      const before = contentOf(await expectWhole(layout, 'before'))
      const ballast = join(folder, 'ballast')
      const { bavail, bsize } = await statfs(folder)
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))

      const { exitCode, json } = await cine(['etl', '--force', '--lake', layout.root, '--json'])
      expect(exitCode).toBe(1)
      expect(json().error).toMatchObject({
        code: 'DISK_FULL',
        hint: expect.stringContaining('nothing was published'),
      })
      // Reading goes on.
      expect((await cine(['films', '--limit', '0', '--lake', layout.root, '--json'])).json().total).toBe(105)
      await expectRecovery(layout, before, () => rm(ballast))
    },
  )

  it('while files land: the command fails, although some had come in, and nothing is published without the rest', async () => {
    const { folder } = await smallDisk(400_000)
    const { exitCode, json } = await cine([
      'pipeline',
      '--from',
      CLAPPER,
      '--lake',
      join(folder, 'lake'),
      '--json',
    ])
    expect(exitCode).toBe(1)
    expect(json().error).toMatchObject({
      code: 'DISK_FULL',
      details: { ingestions: [{ status: 'completed' }, { status: 'failed', error_code: 'DISK_FULL' }] },
    })
    expect((await cine(['films', '--lake', join(folder, 'lake'), '--json'])).exitCode).toBe(3)
    const layout = lakeLayout(join(folder, 'lake'))
    await withWriterLock(layout, 'ingest', async () => {})
    await expectTidy(layout)
  })
})

// The same without root: what a file system of small files, or a limit of the account, does.
describe.runIf(process.platform !== 'win32')('files that may not be larger than so many bytes', () => {
  it.each([0, 1024, 5000, 60_000])(
    '%i: FILE_TOO_LARGE, nothing lost, and it works without the limit',
    async (limit) => {
      const layout = await publishedLake(await tempLake())
      const before = contentOf(await expectWhole(layout, 'before'))
      const { exitCode, stdout } = await execa(
        'sh',
        [
          '-c',
          'ulimit -f "$1"; shift; exec "$@"',
          'sh',
          String((limit / 512) | 0),
          process.execPath,
          BINARY,
          'etl',
          '--force',
          '--lake',
          layout.root,
          '--json',
        ],
        { reject: false },
      )
      expect(exitCode).toBe(1)
      expect(JSON.parse(stdout).error).toMatchObject({ code: 'FILE_TOO_LARGE' })
      await expectRecovery(layout, before, async () => {})
    },
  )
})

it('a lock file that was cut by a full disk does not lock the lake for ever', async () => {
  const layout = await publishedLake(await tempLake())
  for (const size of [0, 100, 4096, 5000]) {
    await truncate(layout.lock, size)
    expect((await run(layout, { force: true })).status).toBe('published')
  }
})
