import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const text = await readFile(join(ROOT, 'docs/architecture.md'), 'utf8')
const diagrams = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, diagram = '']) => diagram)

test('every file that the diagrams name is there', () => {
  expect(diagrams.length).toBeGreaterThanOrEqual(3)
  const named = diagrams.join('\n').match(/src\/[\w./-]*\w/g) ?? []
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test('every room of the diagram is one of src/pipeline', () => {
  const rooms = diagrams.find((diagram) => diagram.includes('flowchart TD')) ?? ''
  // `runs["runs: jobs …"]`: the name before the bracket, what it is after the colon.
  const drawn = [...rooms.matchAll(/\b([a-z]+)\["([a-z]+(?:\.ts)?):/g)].map(([, , name = '']) => name)
  expect(drawn.length).toBeGreaterThan(15)
  expect(drawn.filter((name) => !existsSync(join(ROOT, 'src/pipeline', name)))).toEqual([])
})

test('every function, class and type that the diagrams name is in the source', async () => {
  const files = (await readdir(join(ROOT, 'src'), { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  const source = (await Promise.all(files.map((name) => readFile(join(ROOT, 'src', name), 'utf8')))).join(
    '\n',
  )
  const names = [
    ...new Set(diagrams.join('\n').match(/\b(?:[A-Z][a-z]+){2,}\b|\b[a-z]+(?:[A-Z][a-z]+)+\b/g) ?? []),
  ]
  const ours = names.filter((name) => !['WebSocket', 'sequenceDiagram'].includes(name))
  expect(ours).toContain('EngineSupervisor')
  expect(
    ours.filter((name) => !new RegExp(`(class|function|interface|const) ${name}\\b`).test(source)),
  ).toEqual([])
})

test('each decision has a number of its own, and the main ones are there', async () => {
  const files = (await readdir(join(ROOT, 'docs/adr'))).sort()
  const numbers = files.map((name) => name.match(/^\d{4}(?=-)/)?.[0])
  expect(new Set(numbers).size).toBe(files.length)
  for (const [index, name] of files.entries()) {
    const [title = ''] = (await readFile(join(ROOT, 'docs/adr', name), 'utf8')).split('\n')
    expect(title, name).toMatch(new RegExp(`^# ${Number(numbers[index])}\\. `))
  }
  expect(files).toEqual(
    expect.arrayContaining([
      '0001-engine-in-its-own-process.md',
      '0002-duckdb-node-api.md',
      '0009-mantine.md',
      '0010-contributions-journal.md',
      '0011-one-transform-over-specifications.md',
    ]),
  )
})
