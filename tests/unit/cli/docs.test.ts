import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../../../src/pipeline/cli/program.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'resources/demo/README.md',
  ...(await readdir(join(ROOT, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

const act = () => async () => {}
const program = createProgram(act, () => {})
/** Every verb by what is typed, such as `report talents`. */
const leaves = (command: Command, path: string[] = []): [string, Command][] =>
  command.commands.flatMap((each) => {
    const name = [...path, each.name()]
    return each.commands.length > 0 ? leaves(each, name) : [[name.join(' '), each] as [string, Command]]
  })

describe.each(PAGES)('%s', (page) => {
  test('names what is there: links, sources, scripts', async () => {
    const text = await readFile(join(ROOT, page), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) =>
      join(dirname(page), link ?? ''),
    )
    const paths = [...text.matchAll(/(?<![\w/.])(?:src|tests|scripts|bin)\/[\w./-]*[\w/]/g)].map(
      ([path]) => path,
    )
    const missing = [...new Set([...links, ...paths])].filter((path) => !existsSync(join(ROOT, path)))
    expect(missing).toEqual([])
  })
})

const cliPage = await readFile(join(ROOT, 'docs/cli.md'), 'utf8')

describe('docs/cli.md', () => {
  test.each(leaves(program))('tells of %s', (name, verb) => {
    const row = cliPage
      .split('\n')
      .find((line) => new RegExp(`^\\| \`${name}\\b`).test(line.replace('runs [list]', 'runs list')))
    expect(row).toBeDefined()
    const known = row?.match(/\[filters\]|\[same\]/) ? cliPage : (row ?? '')
    for (const { long } of verb.options) expect(known, `${name} ${long}`).toContain(long)
  })
})

test('every error code of the runbooks is in the source', async () => {
  const files = await readdir(join(ROOT, 'src/pipeline'), { recursive: true })
  const source = await Promise.all(
    files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFile(join(ROOT, 'src/pipeline', name), 'utf8')),
  )
  const all = source.join('\n')
  for (const page of ['docs/runbook.md', 'docs/runbook.en.md', 'docs/cli.md']) {
    const text = await readFile(join(ROOT, page), 'utf8')
    const codes = [...text.matchAll(/`([A-Z]+_[A-Z_]+[A-Z])`/g)].map(([, code]) => code ?? '')
    const missing = codes.filter(
      (code) => !all.includes(code) && !['CINE_LAKE', 'CINE_AUTHOR', 'ETL_LOG_LEVEL'].includes(code),
    )
    expect(missing, page).toEqual([])
  }
})
