import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { argumentsFor, chosenLake, profileFolder } from '../../../src/main/launch-options.ts'

test('the lake is the argument, else the environment, else the default', () => {
  const argv = ['electron', '--no-sandbox', '--remote-debugging-port=0', '/app', '--lake', 'mine']
  expect(chosenLake(argv, { CINE_LAKE: '/env' }, '/default')).toBe(resolve('mine'))
  expect(chosenLake(['electron', '/app', '--lake=/eq'], {}, '/default')).toBe('/eq')
  expect(chosenLake(['electron', '/app'], { CINE_LAKE: '/env' }, '/default')).toBe('/env')
  expect(chosenLake(['electron', '/app', '--lake'], {}, '/default')).toBe('/default')
  expect(chosenLake(['electron', '/app'], { CINE_LAKE: '' }, '/default')).toBe('/default')
})

test('starting again on another lake keeps the other arguments', () => {
  expect(argumentsFor('/new', ['electron', '--no-sandbox', '/app', '--lake', '/old', '--x'])).toEqual([
    '--no-sandbox',
    '/app',
    '--x',
    '--lake',
    '/new',
  ])
  expect(argumentsFor('/new', ['electron', '/app', '--lake=/old'])).toEqual(['/app', '--lake', '/new'])
})

test('each lake has a profile of its own, always the same', () => {
  const folder = profileFolder('/config', '/a')
  expect(folder).toBe(profileFolder('/config', '/a'))
  expect(folder).not.toBe(profileFolder('/config', '/b'))
  expect(folder).toMatch(/^\/config\/cine-datalake-studio\/[0-9a-f]{16}$/)
})
