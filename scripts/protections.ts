/**
 * `npm run test:protections [WORDS…]`: takes away, one after another, each protection that docs/security.md and
 * docs/reliability.md promise, in a copy of the source, and looks whether the test of its row fails then. WORDS choose
 * the pages, rows, tests or files that hold one of them; `--no-e2e` and `--no-cluster` leave out what needs a display or
 * Hadoop. Takes about a minute a row of windows, some seconds for others; ends with 1 when a test did not fail.
 */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { execa } from 'execa'
import { REMOVALS, type Removal } from '../tests/protections/index.ts'
import { electronGroup } from './lib/e2e-groups.mjs'

const ROOT = dirname(import.meta.dirname)
const { values, positionals } = parseArgs({
  options: { 'no-e2e': { type: 'boolean' }, 'no-cluster': { type: 'boolean' } },
  allowPositionals: true,
})
/** What is not in git, nor made by a test. */
const BORROWED = ['node_modules']
const MOST_MS = 15 * 60_000

const isE2e = ({ test }: Removal) => test.startsWith('tests/e2e/')
const isCluster = ({ test }: Removal) => test.startsWith('tests/integration/cluster-')
const text = ({ row, test, edits }: Removal) => [row, test, ...edits.map(([file]) => file)].join(' ')
const wanted = (page: string, removal: Removal) =>
  !(values['no-e2e'] && isE2e(removal)) &&
  !(values['no-cluster'] && isCluster(removal)) &&
  (positionals.length === 0 || positionals.some((word) => `${page} ${text(removal)}`.includes(word)))

const folder = await mkdtemp(join(tmpdir(), 'cine-protections-'))
const copy = join(folder, 'source')
type Outcome = 'failed' | 'passed' | 'not run'
/** How each test ends with every protection in place. */
const asItIs = new Map<string, Promise<Outcome>>()
let electron: Awaited<ReturnType<typeof electronGroup>> | null = null
const kept: string[] = []
/** What the test that failed last said. */
let why = ''
try {
  await copySource()
  for (const [page, removals] of Object.entries(REMOVALS))
    for (const removal of removals.filter((each) => wanted(page, each))) {
      const started = performance.now()
      const outcome = (await passesAsItIs(removal))
        ? await withRemoved(removal, () => outcomeOf(removal))
        : 'fails anyway'
      const seconds = Math.round((performance.now() - started) / 1000)
      const what = `${page}: ${removal.row} (${removal.edits[0]?.[0]}): ${removal.test}`
      console.log(
        `${outcome === 'failed' ? 'ok     ' : outcome.toUpperCase()} ${what} (${seconds} s)${why && `: ${why}`}`,
      )
      why = ''
      if (outcome !== 'failed') kept.push(`${outcome}: ${what}`)
    }
} finally {
  await rm(folder, { recursive: true, force: true })
}
for (const each of kept) console.log(`The test did not tell the difference, ${each}`)
process.exitCode = kept.length > 0 ? 1 : 0

/** The files that git knows, as they are now, and what else a test needs. */
async function copySource(): Promise<void> {
  await mkdir(copy)
  const { stdout } = await execa('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  await execa('tar', ['--create', '--file=-', '--null', '--files-from=-', '--ignore-failed-read'], {
    cwd: ROOT,
    input: stdout,
    stdout: { file: join(copy, 'source.tar') },
    reject: false,
  })
  await execa('tar', ['--extract', '--file=source.tar'], { cwd: copy })
  await rm(join(copy, 'source.tar'))
  for (const name of BORROWED) await borrow(join(ROOT, name), join(copy, name))
  // Where tests look for real public files: beside the source.
  await symlink(join(ROOT, '..', 'shared'), join(folder, 'shared'))
  // Tests of documents ask git for the files there are.
  await execa('git', ['init', '--quiet'], { cwd: copy })
}

/** Linked file by file, for a packager looks at the folder itself; as one link where the disk is another. */
async function borrow(from: string, to: string): Promise<void> {
  const { failed } = await execa('cp', ['--archive', '--link', from, to], { reject: false })
  if (!failed) return
  await rm(to, { recursive: true, force: true })
  await symlink(from, to)
}

async function withRemoved<T>({ row, edits }: Removal, use: () => Promise<T>): Promise<T> {
  const before = new Map<string, string>()
  try {
    for (const [file, is, becomes] of edits) {
      const now = await readFile(join(copy, file), 'utf8')
      if (!now.includes(is)) throw new Error(`${row}: ${file} does not hold ${is}`)
      if (!before.has(file)) before.set(file, now)
      await writeFile(
        join(copy, file),
        now.replaceAll(is, () => becomes),
      )
    }
    return await use()
  } finally {
    for (const [file, content] of before) await writeFile(join(copy, file), content)
  }
}

/** A test that fails anyway, or does not run, tells nothing of the protection. Asked once of each. */
async function passesAsItIs(removal: Removal): Promise<boolean> {
  const { file, pattern } = target(removal)
  const key = `${file} ${pattern}`
  const outcome = asItIs.get(key) ?? outcomeOf(removal)
  asItIs.set(key, outcome)
  return (await outcome) === 'passed'
}

function outcomeOf(removal: Removal): Promise<Outcome> {
  return isE2e(removal) ? windowTest(removal) : plainTest(removal)
}

/** The file of the test, and a pattern of its name: what vitest fills in (`%s`) is anything. */
function target({ test, only }: Removal): { file: string; pattern: string | null } {
  const [file = '', name] = test.split(' › ')
  if (only !== undefined) return { file, pattern: only }
  const escaped = name?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%[sj]/g, '.*')
  return { file, pattern: escaped ?? null }
}

async function plainTest(removal: Removal): Promise<Outcome> {
  const { file, pattern } = target(removal)
  const report = join(copy, 'report.json')
  await rm(report, { force: true })
  await run('vitest', [
    'run',
    file,
    '--reporter=json',
    `--outputFile=${report}`,
    ...(pattern ? ['-t', pattern] : []),
  ])
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => null)
  if (counts?.numFailedTests > 0) {
    why = failureOf(counts)
    return 'failed'
  }
  return counts?.numPassedTests > 0 ? 'passed' : 'not run'
}

/** The first line of the first failure: a reader sees whether it is of the protection. */
function failureOf(report: {
  testResults: { assertionResults: { failureMessages?: string[] }[] }[]
}): string {
  const results = report.testResults.flatMap((file) => file.assertionResults)
  const [message = ''] = results.flatMap((each) => each.failureMessages ?? [])
  return (stripVTControlCharacters(message).split('\n')[0] ?? '').slice(0, 160)
}

async function windowTest(removal: Removal): Promise<Outcome> {
  electron ??= await electronGroup()
  if (electron.reason) return 'not run'
  const { file, pattern } = target(removal)
  const built = await run('node', ['scripts/build-if-stale.mjs'])
  if (built.exitCode !== 0) throw new Error(String(built.stderr))
  const report = join(copy, 'report.json')
  await rm(report, { force: true })
  const display = electron.xvfb ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
  const [command = '', ...rest] = [
    ...display,
    'playwright',
    'test',
    file,
    ...(pattern ? ['-g', pattern] : []),
  ]
  await run(command, rest, {
    CINE_E2E_REPORT: report,
    CINE_E2E_ELECTRON: electron.executable ?? '',
    CINE_E2E_ELECTRON_SKIP: '',
    CINE_E2E_BROWSER_SKIP: 'not asked for',
  })
  const stats = await readFile(report, 'utf8').then(
    (json) => JSON.parse(json).stats,
    () => null,
  )
  if (stats?.unexpected > 0) return 'failed'
  return stats?.expected > 0 ? 'passed' : 'not run'
}

function run(command: string, args: string[], env: Record<string, string> = {}) {
  return execa(command, args, {
    cwd: copy,
    env,
    preferLocal: true,
    localDir: copy,
    reject: false,
    timeout: MOST_MS,
  })
}
