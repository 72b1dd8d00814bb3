import { type Edit, removal } from './removal.ts'

const KILL = 'tests/integration/kill.test.ts'
const LAKE = 'tests/integration/faults/lake.test.ts'
const DISK = 'tests/integration/faults/disk-full.test.ts'
const RAW = 'tests/integration/faults/raw.test.ts'
const SLEEP = 'tests/integration/faults/sleep.test.ts'
const RUNS = 'tests/integration/runs.test.ts'
const ERRORS = 'src/pipeline/errors.ts'
const MARKERS = 'src/pipeline/ingest/markers.ts'
const RUN = 'src/pipeline/engines/run.ts'
const SUPERVISOR = 'src/pipeline/host/supervisor.ts'
const UNSETTLED: Edit[] = [['src/pipeline/lake/lock.ts', '      await settleLake(layout)\n', '']]
const NOT_RESTARTED: Edit[] = [
  [SUPERVISOR, 'else this.#restart = setTimeout(() => this.#start(), delay)', ''],
]
const NEVER_LOCKED: Edit[] = [
  [
    'src/pipeline/duck/lock-file.ts',
    'return { heldBy: pid === undefined ? null : Number(pid) }',
    'return { release() {} }',
  ],
]
/** A watch that takes silence for death: what the window does not do. */
const IMPATIENT: Edit[] = [
  [
    SUPERVISOR,
    '    this.#child?.post(request.message)\n',
    '    this.#child?.post(request.message)\n    setTimeout(() => void this.#child?.kill(), 250)\n',
  ],
]
/** A run that looks at the clock, and gives up when it jumped. */
const CLOCK_WATCHED: Edit[] = [
  [
    RUN,
    '  const started = performance.now()\n',
    '  const started = performance.now()\n  let seen = Date.now()\n  setInterval(() => (Date.now() - seen > 55 ? process.exit(1) : (seen = Date.now())), 10).unref()\n',
  ],
]

export const FAULTS = [
  removal('the process is killed', KILL, UNSETTLED, 'etl: the old or the new run'),
  removal('killed several times in a row', KILL, UNSETTLED, 'etl: the old or the new run'),
  removal(
    'the power fails',
    `${KILL} › a power cut: what was not flushed is gone, and the old or the new run is whole; what was told as done is done`,
    [['src/pipeline/engines/local/write-tables.ts', '  await syncPath(path)\n', '']],
  ),
  removal(
    'the engine of the window is killed',
    'tests/e2e/electron.spec.ts › an engine that is killed: said, started again, the published films still there',
    NOT_RESTARTED,
  ),
  removal(
    'the engine of the window is killed',
    'tests/unit/host/child-node.test.ts › killed in the middle of a request: told, answered, started again',
    NOT_RESTARTED,
  ),
  removal(
    'the window is killed',
    'tests/unit/host/child-node.test.ts › when its parent is killed, it ends by itself',
    [
      [
        'src/pipeline/host/engine-process.ts',
        "    process.once('disconnect', end)\n",
        "    process.on('disconnect', () => {})\n    setTimeout(() => process.exit(), 60_000)\n",
      ],
    ],
  ),
  removal(
    'the machine sleeps',
    `${SLEEP} › a run that is stopped again and again, and let go on, publishes what it would have`,
    CLOCK_WATCHED,
  ),
  removal(
    'the machine sleeps',
    `${SLEEP} › an engine that sleeps answers when it wakes, and is not taken for dead`,
    IMPATIENT,
  ),
  removal(
    'a run fails midway',
    'tests/integration/resume.test.ts',
    [['src/pipeline/engines/resume.ts', 'if (!record?.manifest) return null', 'if (layout) return null']],
    'is gone on with under its own id',
  ),
  removal(
    'a run is cancelled',
    'tests/integration/local-run.test.ts',
    [
      [ERRORS, 'if (signal?.aborted) throw cancelled()', ''],
      ['src/pipeline/duck/errors.ts', 'if (signal?.aborted) return cancelled()', ''],
    ],
    'is cancelled midway',
  ),
  removal(
    'a run is cancelled',
    'tests/integration/resume.test.ts',
    [
      [
        'src/pipeline/engines/run.ts',
        'if (!keepsWork(error)) await discardPrepared(layout).catch(() => {})',
        '',
      ],
      ['src/pipeline/engines/run-log.ts', '!isCancelled(error) && toCineError', 'toCineError'],
    ],
    'a run that was cancelled',
  ),
  removal(
    'the result is not sound',
    'tests/integration/quality.test.ts',
    [[RUN, 'if (errors.length > 0) {', 'if (errors.length > 1e9) {']],
    'a result that is not sound',
  ),
  removal('the result is not sound', 'tests/unit/quality/checks.test.ts', [
    ['src/pipeline/quality/rules.ts', "${column} IS NULL OR ${column}::VARCHAR = ''", 'FALSE'],
  ]),
  removal(
    'the disk is full',
    DISK,
    [[ERRORS, "  ENOSPC: {\n    code: 'DISK_FULL'", "  ENOSPC: {\n    code: 'OTHER'"]],
    '20000|while files land',
  ),
  removal(
    'the disk is full',
    DISK,
    [['src/pipeline/runs/pipeline.ts', "const OF_THE_LAKE = ['DISK_FULL', ", 'const OF_THE_LAKE = [']],
    'while files land',
  ),
  removal(
    'a limit on the size of files',
    DISK,
    [[ERRORS, "code: 'FILE_TOO_LARGE'", "code: 'OTHER'"]],
    'files that may not be larger',
  ),
  removal('the disk is read only', 'tests/integration/faults/read-only.test.ts', [
    [ERRORS, "code: 'READ_ONLY'", "code: 'OTHER'"],
    [ERRORS, "code: 'PERMISSION_DENIED'", "code: 'OTHER'"],
  ]),
  removal('two writers', LAKE, NEVER_LOCKED, 'two writers'),
  removal('two writers', 'tests/integration/cli-errors.test.ts', NEVER_LOCKED, 'LAKE_LOCKED'),
  removal(
    'two windows on one lake',
    'tests/e2e/packaged.spec.ts › started, it runs the demo by its button and shows the four reports; started twice, it is one window',
    [['src/main/index.ts', 'if (app.requestSingleInstanceLock()) {', 'if (app) {']],
  ),
  removal(
    "the lock's own file",
    DISK,
    [
      [
        'src/pipeline/duck/lock-file.ts',
        'for (const each of [path, `${path}.wal`])',
        'for (const each of [`${path}.wal`])',
      ],
    ],
    'a lock file that was cut',
  ),
  removal(
    'the clock goes backwards',
    LAKE,
    [['src/pipeline/lake/run-folders.ts', 'now > latest ? now : nextStamp(latest)', 'now']],
    'a clock that goes backwards',
  ),
  removal(
    'a folder or a file of the lake is a symbolic link',
    'tests/integration/faults/links.test.ts',
    [
      [
        'src/pipeline/lake/skeleton.ts',
        'return found?.isSymbolicLink() ?? false',
        'return found === undefined',
      ],
    ],
    'a folder of the lake that is a link|without the writer',
  ),
  removal(
    'spaces, quotes, line ends',
    LAKE,
    [['src/pipeline/duck/paths.ts', 'if (!/[*?[]/.test(path)) return path', 'if (path) return path']],
    'a lake with an odd name',
  ),
  removal(
    'spaces, quotes, line ends',
    LAKE,
    [['src/pipeline/query/sql-query.ts', ', hive_partitioning = false)', ')']],
    'a lake with an odd name',
  ),
  removal(
    'the lake is moved away',
    LAKE,
    [
      [
        'src/pipeline/lake/writer.ts',
        'if (found?.ino === mine.ino && found.dev === mine.dev) return',
        'if (found !== mine) return',
      ],
    ],
    'a lake that disappears',
  ),
  removal(
    'a published file is removed',
    RUNS,
    [['src/pipeline/lake/manifest.ts', '  if (!bad) return\n', '  if (bad !== null) return\n']],
    'a published run that something else damaged',
  ),
  removal(
    '`curated/CURRENT.json` is removed',
    RUNS,
    [['src/pipeline/lake/manifest.ts', "throw await damaged(layout, 'damaged', cause)", 'return null']],
    'CURRENT.json',
  ),
  removal(
    'an earlier run that is to be published',
    RUNS,
    [
      [
        'src/pipeline/lake/resolve-run.ts',
        '  if (!first) return checks\n',
        '  if (first !== null) return checks\n',
      ],
    ],
    'reads every file first',
  ),
  removal(
    'a marker (`',
    'tests/integration/ingest.test.ts › names a landed file that is missing or of another size, and heals it by landing it again',
    [[MARKERS, 'if (size !== marker.bytes)', 'if (size === -1)']],
  ),
  removal(
    'a marker (`',
    `${RAW} › a marker that is %s is named; nothing is published without its file, and it heals`,
    [[MARKERS, '          damaged.push(error)\n', '']],
  ),
  removal(
    'a marker (`',
    `${RAW} › a marker that was removed is missed: nothing is published without its file`,
    [[MARKERS, 'if (markers.length === 0 && files.length > 0)', 'if (files.length === -1)']],
  ),
  removal(
    'a marker (`',
    `${RAW} › a landed file in which one byte was changed is named, and nothing of it is published`,
    [[MARKERS, 'Math.floor(mtimeMs) <= Date.parse(landed_at) || ', 'mtimeMs > 0 || ']],
  ),
  removal(
    '`metadata/ingestions.parquet` is damaged',
    'tests/integration/query/sql.test.ts › whose history is damaged is read all the same, and says so to who asks for it',
    [['src/pipeline/query/sql-query.ts', 'FROM ${from}`).catch(() => {})', 'FROM ${from}`)']],
  ),
]
