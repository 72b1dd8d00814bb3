import { expect, test } from 'vitest'
import { settingsSchema } from '../../../../src/pipeline/api.ts'
import { isAddress } from '../../../../src/renderer/pages/settings/addresses.ts'
import { fromGigabytes, LEAST_GB, toGigabytes } from '../../../../src/renderer/pages/settings/units.ts'

const WRITTEN = [
  '/datalake/raw',
  '/datalake/raw/',
  'hdfs://name:8020/raw',
  'hdfs://name',
  'hdfs:///raw',
  'raw',
  '/a b',
  '/',
  '-rm',
  'yarn',
  'yarn-client',
  'local',
  'local[*]',
  'local[2]',
  'local[x]',
  'spark://h:7077',
  'spark://',
  'k8s://https://h:6443',
  'http://h',
]

test.each(['hdfs_raw', 'spark_master'] as const)('the field takes as %s what the engine takes', (name) => {
  for (const text of WRITTEN)
    expect([text, isAddress(name, text)]).toEqual([text, settingsSchema.shape[name].safeParse(text).success])
  expect(isAddress(name, '  ')).toBe(true)
})

test('memory is written in gigabytes, and the least that can be written is taken', () => {
  expect(toGigabytes(null)).toBe('')
  expect(toGigabytes(1_500_000_000)).toBe(1.5)
  expect(fromGigabytes('')).toBeNull()
  expect(fromGigabytes(1.5)).toBe(1_500_000_000)
  expect(settingsSchema.safeParse({ memory_bytes: fromGigabytes(LEAST_GB) }).success).toBe(true)
})
