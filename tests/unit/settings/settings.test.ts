import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  clusterEnvironment,
  duckLimits,
  effectiveSettings,
} from '../../../src/pipeline/settings/effective.ts'
import { readSaved, settingsPath, writeSaved } from '../../../src/pipeline/settings/file.ts'
import { asValue } from '../../../src/pipeline/settings/index.ts'
import { parseBytes } from '../../../src/pipeline/settings/parse-bytes.ts'
import { tempLake } from '../../helpers/lake.ts'

let env: NodeJS.ProcessEnv
beforeEach(async () => {
  env = { CINE_CONFIG: join(await tempLake(), 'config') }
})
const GB = 1e9

describe('the file', () => {
  test('is made when something is set, keeps what it was not told of, and loses what is reset', async () => {
    expect(await readSaved(env)).toEqual({ saved: {}, problems: [] })
    await writeSaved({ memory_bytes: 4 * GB, threads: 2 }, env)
    await writeFile(settingsPath(env), JSON.stringify({ memory_bytes: 4 * GB, threads: 2, later: { a: 1 } }))
    await writeSaved({ threads: null, hdfs_raw: '/lake/raw' }, env)
    expect(JSON.parse(await readFile(settingsPath(env), 'utf8'))).toEqual({
      memory_bytes: 4 * GB,
      later: { a: 1 },
      hdfs_raw: '/lake/raw',
    })
    expect((await readSaved(env)).saved).toEqual({ memory_bytes: 4 * GB, hdfs_raw: '/lake/raw' })
  })

  test('with one value that makes no sense keeps the others', async () => {
    await mkdir(env.CINE_CONFIG ?? '')
    await writeFile(settingsPath(env), '{"threads":"many","memory_bytes":1000000000,"hdfs_raw":null}')
    const { saved, problems } = await readSaved(env)
    expect(saved).toEqual({ memory_bytes: GB })
    expect(problems.map(({ code, details }) => [code, details.setting])).toEqual([
      ['SETTING_NOT_VALID', 'threads'],
    ])
  })

  test.each(['{"threads":', '[]', '"x"', ''])(
    'that is damaged (%s) stops nothing and is put aside',
    async (text) => {
      await mkdir(env.CINE_CONFIG ?? '')
      await writeFile(settingsPath(env), text)
      const { settings, problems } = await effectiveSettings(env)
      expect(settings.threads).toMatchObject({ value: null, from: 'default' })
      expect(problems.map(({ code }) => code)).toEqual(['SETTINGS_DAMAGED'])
      expect(await duckLimits(0.5, env)).not.toHaveProperty('threads')
      await writeSaved({ threads: 3 }, env)
      expect(await readFile(join(env.CINE_CONFIG ?? '', 'settings.damaged.json'), 'utf8')).toBe(text)
      expect((await readSaved(env)).saved).toEqual({ threads: 3 })
      expect(await readdir(env.CINE_CONFIG ?? '')).toHaveLength(2)
    },
  )
})

describe('what holds', () => {
  test('is the environment’s, else what was saved, else the default', async () => {
    await writeSaved({ threads: 2, hdfs_raw: '/saved/raw' }, env)
    const { settings, problems } = await effectiveSettings({ ...env, CINE_THREADS: '4', HDFS_CURATED: '' })
    expect(problems).toEqual([])
    expect(settings.threads).toEqual({
      value: 4,
      from: 'environment',
      saved: 2,
      default: null,
      variable: 'CINE_THREADS',
    })
    expect(settings.hdfs_raw).toMatchObject({ value: '/saved/raw', from: 'saved' })
    expect(settings.hdfs_curated).toMatchObject({ value: '/datalake/curated', from: 'default' })
    expect(settings.spark_master).toMatchObject({ value: 'yarn', from: 'default', variable: 'SPARK_MASTER' })
  })

  test('is told when the environment makes no sense; a run does not guess', async () => {
    const wrong = { ...env, CINE_MEMORY: 'lots', CINE_THREADS: '0' }
    const { settings, problems } = await effectiveSettings(wrong)
    expect(settings.memory_bytes).toMatchObject({ value: null, from: 'default' })
    expect(problems.map(({ details }) => details.setting)).toEqual(['CINE_MEMORY', 'CINE_THREADS'])
    await expect(duckLimits(0.5, wrong)).rejects.toMatchObject({ code: 'USAGE' })
  })

  test('of memory is a share of what there is, unless it was set', async () => {
    const { memoryLimitBytes } = await duckLimits(0.5, env)
    expect(memoryLimitBytes).toBeGreaterThan(0)
    expect(memoryLimitBytes).toBeLessThan(process.availableMemory())
    await writeSaved({ memory_bytes: 4 * GB, threads: 2 }, env)
    expect(await duckLimits(0.5, env)).toEqual({ memoryLimitBytes: 4 * GB, threads: 2 })
    expect(await duckLimits(0.5, { ...env, CINE_MEMORY: '1GiB' })).toMatchObject({
      memoryLimitBytes: 2 ** 30,
    })
  })

  test('of the cluster’s addresses fills the environment where it says nothing', async () => {
    await writeSaved({ hdfs_raw: 'hdfs://name:8020/raw', spark_master: 'local[2]' }, env)
    const filled = await clusterEnvironment({ ...env, SPARK_MASTER: 'yarn', PATH: '/bin' })
    expect(filled).toMatchObject({ HDFS_RAW: 'hdfs://name:8020/raw', SPARK_MASTER: 'yarn', PATH: '/bin' })
    expect(filled.HDFS_CURATED).toBeUndefined()
  })
})

test('sizes as they are written by hand', () => {
  expect(['4GB', '1.5 gib', '512MiB', '1000', '2 TB'].map(parseBytes)).toEqual([
    4e9,
    1.5 * 2 ** 30,
    512 * 2 ** 20,
    1000,
    2e12,
  ])
  expect(['', 'GB', '4 G B', '-1GB', '4PB', '1e9', 'NaN'].map(parseBytes)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
  expect(asValue('threads', '2')).toBe(2)
  expect(asValue('threads', 'two')).toBe('two')
  expect(asValue('hdfs_raw', '/a')).toBe('/a')
})
