import { removal } from './removal.ts'

const JOURNAL = 'tests/integration/contributions/journal.test.ts'
const JOURNAL_SOURCE = 'src/pipeline/contributions/journal.ts'
const EXPORTS = 'src/pipeline/contributions/export-tables.ts'

export const MORE_FAULTS = [
  removal(
    'the journal of contributions',
    `${JOURNAL} › a damaged journal is set aside whole and its contributions live on: %s`,
    [[JOURNAL_SOURCE, 'if (error instanceof Damaged) return true', 'if (error !== null) return false']],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › exported files that were removed are made again; a removed journal comes back from them`,
    [[JOURNAL_SOURCE, 'if (isEmpty(database)) {', 'if (versionOf(database) === -1) {']],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › a journal that is %s is a lost one: nothing that was contributed is`,
    [
      [
        JOURNAL_SOURCE,
        "versionOf(database) === 0 || database.prepare('SELECT 1 FROM journal').get() === undefined",
        'versionOf(database) === 0',
      ],
    ],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › a lost journal comes back from the files of its own lake: %s`,
    [[EXPORTS, 'filePath(path)', 'path']],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › a lost journal comes back from the files of its own lake: %s`,
    [[EXPORTS, ', hive_partitioning = false', '']],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › a file of contributions that cannot be read is set aside, not written over`,
    [[EXPORTS, '        await rename(path, join(layout.contributions, name))\n', '']],
  ),
  removal(
    'the journal of contributions',
    `${JOURNAL} › whoever is killed between setting aside and recovering leaves it to the next`,
    [['src/pipeline/contributions/store.ts', 'aside ?? (await lastAside(layout))', 'aside']],
  ),
  removal(
    'many contribute at once',
    `${JOURNAL} › many at once: none is lost, and the exported files hold them all`,
    [[JOURNAL_SOURCE, 'if (versionOf(database) === 0) database.exec(SCHEMA)', 'database.exec(SCHEMA)']],
  ),
  removal(
    'filters are saved by several',
    'tests/integration/views.test.ts › saved by many at once, here and by other processes: none is lost',
    [
      [
        'src/pipeline/views/one-at-a-time.ts',
        'before.catch(() => {}).then(() => locked(layout, work))',
        'before.catch(() => {}) && work()',
      ],
    ],
  ),
  removal(
    'a lake of an older format',
    'tests/integration/older-lake.test.ts',
    [
      [
        'src/pipeline/lake/manifest-schema.ts',
        '    republished_at: null,\n    checks: [],\n',
        '    checks: [],\n',
      ],
    ],
    'a lake of format 1',
  ),
  removal(
    'a lake of a newer format',
    'tests/integration/older-lake.test.ts',
    [
      [
        'src/pipeline/lake/manifest-schema.ts',
        'if (version > SCHEMA_VERSION) throw tooNew(version)',
        'if (version > SCHEMA_VERSION) return { ...manifest, schema_version: SCHEMA_VERSION }',
      ],
    ],
    'of a newer version',
  ),
  removal(
    'one line of 2 GB',
    'tests/integration/faults/sizes.test.ts › is a rejected row: its neighbours are published, memory does not grow with it',
    [
      [
        'src/pipeline/ingest/scanner.ts',
        'const MAX_RECORD = 16 * 1024 * 1024',
        'const MAX_RECORD = 16 * 1024 ** 3',
      ],
    ],
  ),
  removal(
    '100,000 columns',
    'tests/integration/faults/sizes.test.ts › a hundred thousand columns: those we know are read, a row that lacks them is rejected',
    [['src/pipeline/ingest/head.ts', 'const MAX_HEADER = 16 * 2 ** 20', 'const MAX_HEADER = 2 ** 16']],
  ),
  removal(
    'an archive made to fill the disk',
    'tests/integration/ingest-archives.test.ts › refuses what unpacks without end, before the disk is full',
    [['src/pipeline/ingest/content/inflation.ts', 'if (this.#out <= most) return', 'if (most > 0) return']],
  ),
  removal(
    'an archive made to fill the disk',
    'tests/integration/ingest-archives.test.ts › refuses every cut of a gzip, zstd or ZIP file, and damage within it',
    [
      [
        'src/pipeline/ingest/content/read-error.ts',
        "if (code.startsWith('Z_')) return damaged('gzip', file, error)",
        '',
      ],
    ],
  ),
  removal(
    'a daemon of HDFS is killed',
    'tests/integration/cluster-lifecycle.test.ts › starts only the daemon that is missing',
    [
      [
        'src/pipeline/cluster/lifecycle/own.ts',
        'await runningDaemons(home), context)',
        'new Map(), context)',
      ],
    ],
  ),
  removal(
    'a daemon of HDFS is killed',
    'tests/integration/cluster-hdfs.test.ts › whose DataNode is killed on its way, says so; started again, takes it',
    [['src/pipeline/cluster/hdfs/explain.ts', "'HDFS_DATANODE_LOST'", "'OTHER'"]],
  ),
  removal(
    'a daemon of HDFS is killed',
    'tests/integration/cluster-hdfs.test.ts › whose NameNode is killed on its way, says so',
    [['src/pipeline/cluster/hdfs/explain.ts', "'HDFS_UNREACHABLE'", "'OTHER'"]],
  ),
  removal(
    'a file changes while it is read',
    'tests/integration/ingest-archives.test.ts › a file that changes while it is read',
    [
      [
        'src/pipeline/ingest/content/content.ts',
        'if ((await fileInfo(path)).state !== info.state) throw changed(path)',
        '',
      ],
    ],
  ),
  removal(
    'DuckDB has too little memory',
    'tests/integration/memory.test.ts › little memory, or too little of it, gives the same tables',
    [
      [
        'src/pipeline/engines/local/run-local.ts',
        'if (!isOutOfMemory(error) || first >= most.memoryLimitBytes) throw error',
        'if (first !== isOutOfMemory.length) throw error',
      ],
    ],
  ),
  removal('DuckDB has too little memory', 'tests/unit/duck/duck.test.ts › says that the memory does not do', [
    [
      'src/pipeline/duck/errors.ts',
      'if (!/^out of memory error/i.test(message)) return error',
      "if (message !== '') return error",
    ],
  ]),
  removal('files of any bytes are ingested', 'tests/integration/ingest-fuzz.test.ts', [
    ['src/pipeline/ingest/binary.ts', "    'INGEST_BINARY',", "    'OTHER',"],
  ]),
  removal(
    'many runs, failed and cancelled',
    'tests/integration/faults/lake.test.ts',
    [['src/pipeline/engines/run.ts', '    await rm(run.work, { recursive: true, force: true })\n', '']],
    'after many runs',
  ),
  removal(
    'a day of work',
    'tests/integration/soak.test.ts › runs in one engine leave no memory, handle, temporary file or process behind',
    [
      [
        'src/pipeline/runs/published.ts',
        'interface Opened {',
        'const kept: unknown[] = []\ninterface Opened {',
      ],
      [
        'src/pipeline/runs/published.ts',
        'if (opened.stale && opened.users === 0) opened.published.close()',
        'if (opened.stale) kept.push(opened)',
      ],
    ],
  ),
  removal('the same files, rules and options', 'tests/integration/same-bytes.test.ts', [
    ['src/pipeline/engines/local/write-tables.ts', ' ORDER BY ${ORDER[table]}`, path', '`, path'],
  ]),
  removal(
    'the same files, rules and options',
    'tests/integration/local-run.test.ts',
    [
      [
        'src/pipeline/engines/run.ts',
        '!options.force && before?.fingerprint === transform.fingerprint',
        'before?.fingerprint === null',
      ],
    ],
    'gives the same bytes again',
  ),
]
