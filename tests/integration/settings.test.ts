import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openEngine } from '../../src/pipeline/engine.ts'
import { settingsPath } from '../../src/pipeline/settings/index.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'

const LIMITS = `SELECT current_setting('threads') AS threads, current_setting('memory_limit') AS memory`

test('what is set is what DuckDB gets; the token is never told', async () => {
  const lake = await tempLake()
  vi.stubEnv('CINE_CONFIG', join(lake, 'config'))
  vi.stubEnv('KAGGLE_API_TOKEN', 'a-secret-token')
  onTestFinished(() => void vi.unstubAllEnvs())
  const engine = await openEngine({ lake })
  onTestFinished(() => engine.close())

  const info = await engine.request('settings.set', { threads: 1, memory_bytes: 512 * 2 ** 20 })
  expect(info.settings.threads).toMatchObject({ value: 1, from: 'saved' })
  expect(info.kaggle).toEqual({ from: 'KAGGLE_API_TOKEN', problem: null })
  expect(JSON.stringify(info)).not.toContain('a-secret-token')
  const { rows } = await engine.request('sql.query', { sql: LIMITS })
  expect(rows).toEqual([{ threads: 1, memory: '512.0 MiB' }])

  vi.stubEnv('CINE_THREADS', '2')
  expect((await engine.request('sql.query', { sql: LIMITS })).rows).toMatchObject([{ threads: 2 }])
  for (const bad of [
    { threads: 0 },
    { memory_bytes: 1 },
    { hdfs_raw: 'raw' },
    { spark_master: '--rm' },
    { x: 1 },
  ])
    await expect(engine.request('settings.set', bad as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(JSON.parse(await readFile(settingsPath(), 'utf8'))).toEqual({
    threads: 1,
    memory_bytes: 512 * 2 ** 20,
  })
})

test('by the command: set, seen, reset', async () => {
  const lake = await tempLake()
  const env = { CINE_CONFIG: join(lake, 'config'), CINE_THREADS: '3' }
  const set = await cine(['settings', 'memory=1.5GB', 'hdfs_raw=/lake/raw', '--json', '--lake', lake], {
    env,
  })
  expect(set.json().settings.memory_bytes).toMatchObject({ value: 1.5e9, from: 'saved' })
  expect(set.json().settings.threads).toMatchObject({
    value: 3,
    from: 'environment',
    variable: 'CINE_THREADS',
  })
  const reset = await cine(['settings', 'memory=', '--json', '--lake', lake], { env })
  expect(reset.json().settings.memory_bytes).toMatchObject({ value: null, from: 'default' })
  expect(reset.json().settings.hdfs_raw).toMatchObject({ value: '/lake/raw' })
  const wrong = await cine(['settings', 'colour=blue', '--json', '--lake', lake], { env })
  expect([wrong.exitCode, wrong.json().error.code]).toEqual([2, 'USAGE'])
})

test('a token of the key store serves this process, after the environment, and is told by its place', async () => {
  const lake = await tempLake()
  vi.stubEnv('CINE_CONFIG', join(lake, 'config'))
  vi.stubEnv('KAGGLE_CONFIG_DIR', join(lake, 'nothing'))
  for (const name of ['KAGGLE_API_TOKEN', 'KAGGLE_USERNAME', 'KAGGLE_KEY']) vi.stubEnv(name, '')
  onTestFinished(() => void vi.unstubAllEnvs())
  const engine = await openEngine({ lake })
  onTestFinished(() => engine.close())
  const place = async () => (await engine.request('settings.get', {})).kaggle
  expect(await place()).toEqual({ from: null, problem: null })
  expect(await engine.request('kaggle.token', { token: 'KGAT_kept' })).toEqual({})
  expect(await place()).toEqual({ from: 'key store', problem: null })
  vi.stubEnv('KAGGLE_API_TOKEN', 'other')
  expect(await place()).toEqual({ from: 'KAGGLE_API_TOKEN', problem: null })
  vi.stubEnv('KAGGLE_API_TOKEN', '')
  const refused = engine.request('kaggle.token', { token: '{"username":"me","secret":"KGAT_kept"}' })
  await expect(refused).rejects.toMatchObject({ code: 'KAGGLE_BAD_CREDENTIALS' })
  await expect(refused).rejects.not.toThrow(/KGAT_kept/)
  expect(await place()).toEqual({ from: null, problem: null })
  await engine.request('kaggle.token', { token: '{"username":"me","key":"k"}' })
  await engine.request('kaggle.token', { token: null })
  expect(await place()).toEqual({ from: null, problem: null })
})
