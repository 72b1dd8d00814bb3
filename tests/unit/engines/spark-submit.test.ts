import { expect, test } from 'vitest'
import { sparkCommandText } from '../../../src/pipeline/cli/spark-text.ts'
import { sparkConf } from '../../../src/pipeline/engines/spark/conf.ts'
import { followDriver } from '../../../src/pipeline/engines/spark/follow.ts'
import { sparkMessage, yarnNews } from '../../../src/pipeline/engines/spark/message.ts'
import { submitCommand } from '../../../src/pipeline/engines/spark/submit.ts'

const SUBMIT = {
  program: '/spark/bin/spark-submit',
  env: {},
  master: 'yarn',
  deploy_mode: 'cluster' as const,
  conf: { 'spark.executor.memory': '2g' },
}

test('the command names the master, the mode, the settings, the functions, the driver and the plans', () => {
  const command = submitCommand(SUBMIT, ['hdfs://host/plan.json'])
  expect(command.slice(0, 9)).toEqual([
    ...['/spark/bin/spark-submit', '--master', 'yarn', '--deploy-mode', 'cluster'],
    ...['--name', 'cine-transform', '--conf', 'spark.executor.memory=2g'],
  ])
  expect(command.at(-4)).toBe('--jars')
  expect(command.at(-3)).toMatch(/cine-functions\.jar$/)
  expect(command.at(-2)).toMatch(/spark_transform\.py$/)
  expect(command.at(-1)).toBe('hdfs://host/plan.json')
})

test('shown for a shell, words that it would take apart are quoted', () => {
  const environment = { JAVA_HOME: '/opt/my java' }
  const text = sparkCommandText({ environment, command: ['/s', "it's", 'local[2]'], plan: '', outputs: {} })
  expect(text.split(' \\\n  ')).toEqual(["JAVA_HOME='/opt/my java'", '/s', `'it'\\''s'`, `'local[2]'`])
})

test('a message of the driver is told from what Spark says beside it', () => {
  expect(sparkMessage('{"event": "statement", "name": "films", "done": 3, "total": 40}')).toEqual({
    event: 'statement',
    name: 'films',
    done: 3,
    total: 40,
  })
  expect(sparkMessage('{"event": "statement", "name": 1}')).toBeNull()
  expect(sparkMessage('{"event": "result"')).toBeNull()
  expect(sparkMessage('26/11/24 INFO SparkContext: {"event"}')).toBeNull()
})

test('what YARN does with a job is read out of the log of its client', () => {
  const at = '26/11/25 03:43:10 INFO Client: '
  expect(yarnNews(`${at}Submitted application application_1795_0001`)).toEqual({
    application_id: 'application_1795_0001',
    state: null,
  })
  expect(yarnNews(`${at}Application report for application_1795_0001 (state: ACCEPTED)`)).toEqual({
    application_id: 'application_1795_0001',
    state: 'ACCEPTED',
  })
  expect(yarnNews(`${at}Uploading resource file`)).toBeNull()
})

test('a driver that is not heard is followed by what it writes: each message once, gaps and half files borne', async () => {
  const line = (done: number) => JSON.stringify({ event: 'statement', name: `s${done}`, done, total: 3 })
  const written = [null, line(0), line(0), '{"event": "state', new Error('gone'), line(2)]
  const over = new AbortController()
  const heard: number[] = []
  await followDriver(
    async () => {
      const next = written.shift()
      if (next instanceof Error) throw next
      return next ?? null
    },
    (message) => {
      if (message.event !== 'statement') return
      heard.push(message.done)
      if (message.done === 2) over.abort()
    },
    over.signal,
    1,
  )
  expect(heard).toEqual([0, 2])
})

test('partitions grow with the input; what the user sets wins', () => {
  const partitions = (bytes: number) => Number(sparkConf(bytes, 'yarn')['spark.sql.shuffle.partitions'])
  expect(partitions(1e6)).toBe(2)
  expect(partitions(10e9)).toBeGreaterThan(400)
  expect(partitions(10e12)).toBe(4000)
  const own = { 'spark.executor.memory': '8g', 'spark.yarn.queue': 'films' }
  expect(sparkConf(1e6, 'yarn', own)).toMatchObject(own)
  expect(sparkConf(1e6, 'local[2]')).not.toHaveProperty('spark.executor.memory')
})
