import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applicationOf, appsAnswerSchema } from '../../../src/pipeline/cluster/yarn/application.ts'
import { parseToolLogs } from '../../../src/pipeline/cluster/yarn/logs.ts'

test('what `yarn logs` prints is taken apart by container and file, without YARN’s own scripts', async () => {
  const text = await readFile(join(import.meta.dirname, '../../fixtures/spark-logs/yarn-logs.txt'), 'utf8')
  const containers = parseToolLogs(text, 2)
  expect(containers.map(({ container_id, is_master }) => [container_id, is_master])).toEqual([
    ['container_1795564470180_0016_01_000002', false],
    ['container_1795564470180_0016_01_000001', true],
  ])
  for (const { files } of containers)
    expect(files.map(({ name }) => name)).toEqual(['prelaunch.err', 'stdout', 'stderr'])
  const stderr = containers[1]?.files[2]
  // Its length as YARN tells it, and of its lines the last ones that were asked for.
  expect(stderr?.bytes).toBe(6450)
  expect(stderr?.lines).toHaveLength(2)
  expect(stderr?.lines.join('\n')).toMatch(/INFO|WARN/)
})

test('YARN without applications answers with an object, with null, or with an empty list', () => {
  for (const apps of [null, {}, { app: null }, { app: [] }])
    expect(appsAnswerSchema.parse({ apps })).toEqual({ apps })
})

test('an application that holds nothing yet is told without negative figures', () => {
  const application = applicationOf({
    id: 'application_1_0001',
    name: 'cine-transform',
    user: 'ann',
    queue: 'default',
    applicationType: 'SPARK',
    state: 'ACCEPTED',
    finalStatus: 'UNDEFINED',
    progress: 0,
    startedTime: 1_795_564_486_772,
    finishedTime: 0,
    elapsedTime: 1234,
    diagnostics: ' waiting ',
    allocatedMB: -1,
    allocatedVCores: -1,
    runningContainers: -1,
  })
  expect(application).toMatchObject({
    started_at: '2026-11-24T23:54:46.772Z',
    finished_at: null,
    seconds: 1.234,
    diagnostics: 'waiting',
    containers: 0,
    memory_mb: 0,
    vcores: 0,
  })
})
