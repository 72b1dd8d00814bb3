import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram } from '../../../src/pipeline/cli/program.ts'

const ROOT = join(import.meta.dirname, '../../..')
const program = createProgram(
  () => async () => {},
  () => {},
)

/** What is wrong with a command line of a document: a verb or an option that is not there; null when nothing is. */
function faultOf(line: string): string | null {
  let command: Command = program
  for (const word of line.split(/\s+/)) {
    if (word.startsWith('--')) {
      const long = word.split('=')[0]
      const known = [...command.options, ...program.options].some((option) => option.long === long)
      if (!known && long !== '--help') return `${line}: no option ${word}`
    } else if (command.commands.length > 0) {
      const next = command.commands.find((each) => each.name() === word)
      if (!next) return `${line}: no verb ${word}`
      command = next
    }
  }
  return null
}

test.each(['docs/runbook.md', 'docs/runbook.en.md', 'docs/packaging.md', 'README.md'])(
  'every command of %s is one that there is',
  async (page) => {
    const text = await readFile(join(ROOT, page), 'utf8')
    const lines = [...text.matchAll(/npx cine ((?:[a-z]|--)[^`#\n|"&;]*)/g)].map(([, line = '']) =>
      line.trim(),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(faultOf).filter(Boolean)).toEqual([])
  },
)

test('the procedure has its seven steps, and a command for each line', async () => {
  const text = await readFile(join(ROOT, 'docs/runbook.md'), 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('| '))
  for (const step of [
    'Prérequis',
    'Initialiser HDFS',
    'Pipeline batch',
    'Tableau de bord',
    'Reprise et résilience',
    'Présentation et démonstration',
    'Dépannage',
  ])
    expect(
      rows.filter((row) => row.includes(`. ${step}**`)),
      step,
    ).toHaveLength(1)
})

test('every target of make that the runbook names is in the Makefile', async () => {
  const [runbook, makefile] = await Promise.all(
    ['docs/runbook.md', 'Makefile'].map((path) => readFile(join(ROOT, path), 'utf8')),
  )
  const targets = [...(runbook ?? '').matchAll(/`make ([a-z-]+)/g)].map(([, target]) => target)
  expect(targets.length).toBeGreaterThan(5)
  for (const target of targets) expect(makefile).toMatch(new RegExp(`^${target}:`, 'm'))
})
