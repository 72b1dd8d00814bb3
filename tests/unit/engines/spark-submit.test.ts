import { expect, test } from 'vitest'
import { sparkCommandText } from '../../../src/pipeline/cli/spark-text.ts'
import { sparkConf } from '../../../src/pipeline/engines/spark/conf.ts'
import { sparkMessage, submitCommand } from '../../../src/pipeline/engines/spark/submit.ts'

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

test('partitions grow with the input; what the user sets wins', () => {
  const partitions = (bytes: number) => Number(sparkConf(bytes, 'yarn')['spark.sql.shuffle.partitions'])
  expect(partitions(1e6)).toBe(2)
  expect(partitions(10e9)).toBeGreaterThan(400)
  expect(partitions(10e12)).toBe(4000)
  const own = { 'spark.executor.memory': '8g', 'spark.yarn.queue': 'films' }
  expect(sparkConf(1e6, 'yarn', own)).toMatchObject(own)
  expect(sparkConf(1e6, 'local[2]')).not.toHaveProperty('spark.executor.memory')
})
