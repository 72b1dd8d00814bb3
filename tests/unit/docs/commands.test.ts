import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { execa } from 'execa'
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

/** The rows of the procedure, step by step: how many commands each has. */
async function procedureOf(page: string): Promise<{ step: string; rows: string[] }[]> {
  const steps: { step: string; rows: string[] }[] = []
  for (const line of (await readFile(join(ROOT, page), 'utf8')).split('\n')) {
    const step = line.match(/^\| \*\*\d\. (.*)\*\* \| \|$/)?.[1]
    if (step) steps.push({ step, rows: [] })
    else if (line.startsWith('| ')) steps.at(-1)?.rows.push(line)
    else if (line.startsWith('#') && steps.length > 0) break
  }
  return steps
}

test('the procedure has its seven steps in both languages, and the same commands for each', async () => {
  const [french, english] = await Promise.all(['docs/runbook.md', 'docs/runbook.en.md'].map(procedureOf))
  expect(french?.map(({ step }) => step)).toEqual([
    'Prérequis',
    'Initialiser HDFS',
    'Pipeline batch',
    'Tableau de bord',
    'Reprise et résilience',
    'Présentation et démonstration',
    'Dépannage',
  ])
  const commands = ({ rows }: { rows: string[] }) =>
    rows.map((row) =>
      (row.match(/`np[xm] [^`]*`/g) ?? []).map((command) => command.replace('dossier', 'folder')),
    )
  expect(english?.map(commands)).toEqual(french?.map(commands))
  for (const { step, rows } of [...(french ?? []), ...(english ?? [])]) {
    expect(rows.length, step).toBeGreaterThan(2)
    for (const row of rows) expect(row.split('|')[2]?.trim(), row).not.toBe('')
  }
})

test('every target of make that the runbook names is in the Makefile', async () => {
  const [runbook, makefile] = await Promise.all(
    ['docs/runbook.md', 'Makefile'].map((path) => readFile(join(ROOT, path), 'utf8')),
  )
  const targets = [...(runbook ?? '').matchAll(/`make ([a-z-]+)/g)].map(([, target]) => target)
  expect(targets.length).toBeGreaterThan(5)
  for (const target of targets) expect(makefile).toMatch(new RegExp(`^${target}:`, 'm'))
})

test.runIf(process.platform === 'linux')(
  'make hands a path over as it was given, whatever is in it',
  async () => {
    for (const path of ['/a $b(c)/`id`', '$(shell echo run)', '$(HOME) "x" \'y\' #z', '$$']) {
      const told = await execa('make', ['-s', 'ingest', `FROM=${path}`, 'CINE=printf "%s\\n"'], { cwd: ROOT })
      expect(told.stdout.split('\n')).toEqual(['ingest', '--from', path])
      const lake = await execa('make', ['-s', 'etl', `LAKE=${path}`, 'CINE=printenv CINE_LAKE ;:'], {
        cwd: ROOT,
      })
      expect(lake.stdout).toBe(path)
    }
  },
)
