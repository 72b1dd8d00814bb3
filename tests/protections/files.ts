import { type Edit, removal } from './removal.ts'

const SQL = 'tests/integration/query/sql.test.ts'
const SQL_QUERY = 'src/pipeline/query/sql-query.ts'
const EXPORT = 'tests/integration/export.test.ts'
const LINKS = 'tests/integration/faults/links.test.ts'
const KAGGLE = 'tests/integration/kaggle.test.ts'
const OPEN: Edit[] = [
  [SQL_QUERY, "  await duck.run('SET enable_external_access = false')\n", ''],
  [SQL_QUERY, "  await duck.run('SET lock_configuration = true')\n", ''],
]
const TOLD: Edit[] = [['src/pipeline/kaggle/credentials.ts', "from: 'KAGGLE_API_TOKEN' }", 'from: token }']]

export const FILES = [
  removal(
    'The SQL console reads one SELECT',
    `${SQL} › what is refused`,
    [[SQL_QUERY, '    await checkSelect(duck, sql, signal)\n', '']],
    'DROP VIEW films$',
  ),
  removal('The SQL console opens no other file', `${SQL} › no other file: %s`, OPEN),
  removal(
    'The SQL console opens no other file',
    `${SQL} › the database itself is closed, whatever gets past the check of the statement`,
    [[SQL_QUERY, "  await duck.run('SET lock_configuration = true')\n", '']],
  ),
  removal(
    'The SQL console writes nothing',
    `${SQL} › nothing else of the lake, by name or by pattern, and nothing is written`,
    OPEN,
  ),
  removal(
    'The SQL console writes nothing',
    `${SQL} › no file is named by completion, no variable of the environment is told`,
    OPEN,
  ),
  removal('No SQL is put together', `${SQL} › may be called %s`, [
    [SQL_QUERY, '= $1`, [fileList(paths)])', "= ['${paths.join(\"','\")}']`)"],
  ]),
  removal(
    'Formulas in CSV',
    `${EXPORT} › every film and every column; a text that begins like a formula is shown, a number is left alone`,
    [
      [
        'src/pipeline/query/export/spreadsheet.ts',
        "if (!column.type.startsWith('VARCHAR')) return text",
        'if (text) return text',
      ],
    ],
  ),
  removal('Formulas in CSV', `${EXPORT} › cells are typed: texts stay texts, numbers numbers, days days`, [
    [
      'src/pipeline/query/export/xlsx.ts',
      'return cellText(String(value))',
      "return String(value).startsWith('=') ? ({ formula: String(value).slice(1) } as never) : cellText(String(value))",
    ],
  ]),
  removal(
    'Formulas in CSV',
    'tests/unit/renderer/charts/export.test.ts › text that a spreadsheet would run is made plain; numbers keep their sign and every digit',
    [['src/renderer/charts/export/csv.ts', 'escapeFormulae: FORMULA', 'escapeFormulae: FORMULA === null']],
  ),
  removal(
    'Formulas in CSV',
    'tests/unit/renderer/sql.test.ts › CSV keeps figures whole and makes formulas plain text',
    [['src/renderer/pages/sql/csv.ts', ".test(text) ? `'${text}` : text", '.test(text) ? text : text']],
  ),
  removal('Exports, diagnostics and journals', `${EXPORT} › never into the lake, also by a link`, [
    ['src/pipeline/lake/outside.ts', 'isInside(real, lake) || real === lake', 'real.length === 0'],
  ]),
  removal('HTML in reviews', 'tests/e2e/electron-security.spec.ts › a review that is HTML is read, not run', [
    [
      'src/renderer/pages/explorer/panel/review-card.tsx',
      '<p className={classes.reviewText}>{review.review_text}</p>',
      '<p className={classes.reviewText} dangerouslySetInnerHTML={{ __html: review.review_text }} />',
    ],
  ]),
  removal('Escape sequences', 'tests/unit/cli/terminal.test.ts › lets no data drive the terminal', [
    ['src/pipeline/cli/terminal/safe-text.ts', '[\\p{Cc}\\u2028', '[\\u2028'],
  ]),
  removal(
    'Names that look like options',
    'tests/integration/hostile-names.test.ts › files whose names look like options or commands are files',
    [
      [
        'src/pipeline/ingest/folder.ts',
        "import { join } from 'node:path'",
        "import { join } from 'node:path'\nimport { execSync } from 'node:child_process'",
      ],
      [
        'src/pipeline/ingest/folder.ts',
        '  if (files.length > 0) return files',
        '  for (const name of names) execSync(`echo ${name}`)\n  if (files.length > 0) return files',
      ],
    ],
  ),
  removal(
    'Names that look like options',
    'tests/integration/hostile-names.test.ts › no program is started through a shell, and none by a line that was put together',
    [['src/pipeline/host/child-node.ts', '    ipc: true,', '    ipc: true,\n    shell: true,']],
  ),
  removal(
    'Archives: names with',
    'tests/integration/ingest-archives.test.ts › lands the entry %j within the lake, as %j',
    [['src/pipeline/ingest/content/entry-names.ts', "(path.split(/[/\\\\]/).at(-1) ?? '')", 'path']],
  ),
  removal(
    'Archives: names with',
    'tests/integration/ingest-archives.test.ts › refuses what unpacks without end, before the disk is full',
    [['src/pipeline/ingest/content/inflation.ts', 'if (this.#out <= most) return', 'if (most > 0) return']],
  ),
  removal('Symbolic links out of the lake', `${LINKS} › a folder of the lake that is a link out of it`, [
    [
      'src/pipeline/lake/skeleton.ts',
      'if (await isLink(path)) throw',
      'if ((await isLink(path)) === null) throw',
    ],
  ]),
  removal(
    'Symbolic links out of the lake',
    'tests/integration/contributions/journal.test.ts › neither the folder nor the journal may be a link to another lake’s',
    [['src/pipeline/contributions/journal.ts', '  await refuseLinks(layout, layout.journal)\n', '']],
  ),
  removal(
    'A lake that somebody hands over',
    'tests/integration/faults/raw.test.ts › %s is refused: no other file of this machine is read',
    [['src/pipeline/ingest/markers.ts', 'await lstat(path)', 'await stat(path)']],
  ),
  removal(
    'A lake that somebody hands over',
    'tests/integration/faults/raw.test.ts › %s is refused: no other file of this machine is read',
    [
      [
        'src/pipeline/ingest/markers.ts',
        "return basename(name) === name && name !== '.'",
        "return basename(name) !== '.'",
      ],
    ],
  ),
  removal('A lake that somebody hands over', 'tests/integration/runs.test.ts › CURRENT.json', [
    [
      'src/pipeline/lake/manifest-schema.ts',
      '.regex(/^curated\\/(films|reviews|people|rejects)\\/run_id=[\\w-]+\\/[\\w.-]+$/)',
      '',
    ],
    [
      'src/pipeline/lake/manifest-schema.ts',
      "if (ours.length === 0 || ours.length < files.length) complain('not the files of this table and run')",
      '',
    ],
  ]),
  removal(
    'A lake that somebody hands over',
    `${LINKS} › whose published table is a link to another file has it read by nobody`,
    [['src/pipeline/lake/verify.ts', '(await linkWithin(layout, path)) !== null', 'layout.root === path']],
  ),
  removal(
    'A lake that somebody hands over',
    `${LINKS} › whose history is a link to another file has it read by nobody`,
    [
      [
        SQL_QUERY,
        '(await linkWithin(layout, layout.ingestions)) ? [] : [layout.ingestions]',
        '[layout.ingestions]',
      ],
    ],
  ),
  removal(
    'What is downloaded',
    'tests/unit/cluster/install.test.ts › that are not what was published are named, and removed so that they are fetched again',
    [
      [
        'src/pipeline/cluster/install/jars.ts',
        '(await sha256Of(path)) !== jar.sha256',
        '(await sha256Of(path)) === null',
      ],
    ],
  ),
  removal(
    'The Kaggle token goes to',
    `${KAGGLE} › are followed to another host without the token, parts and all`,
    [['src/pipeline/kaggle/request.ts', '    sameOrigin &&= next.origin === url.origin\n', '']],
  ),
  removal('The Kaggle token goes to', `${KAGGLE} › never bring the token back, once it was left behind`, [
    ['src/pipeline/kaggle/request.ts', 'sameOrigin &&= next', 'sameOrigin = next'],
  ]),
  removal(
    'The Kaggle token is never told',
    `${KAGGLE} › is one option of the command, and never says the token`,
    TOLD,
  ),
  removal(
    'The Kaggle token is never told',
    'tests/integration/settings.test.ts › what is set is what DuckDB gets; the token is never told',
    TOLD,
  ),
  removal(
    'A token that the studio keeps',
    'tests/unit/main/token-file.test.ts › a token comes back to its own key store only, and is nowhere in plain',
    [['src/main/token-file.ts', 'writeFileSync(staged, encrypted,', 'writeFileSync(staged, token.trim(),']],
  ),
]
