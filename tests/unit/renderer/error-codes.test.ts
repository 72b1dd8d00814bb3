import { globSync, readFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { errorText } from '../../../src/renderer/components/error-text.ts'
import { LANGUAGES, resources } from '../../../src/renderer/i18n/resources.ts'
import { roomWords } from './words.ts'

/** Met by who types commands, who reads the terminal's words. */
const TERMINAL_ONLY = [
  'BUILD_FAILED', // `cine dashboard` in a clone, before there is a window
  'ENGINE_ALONE', // the engine's file run by hand
  'MAP_NOT_ENOUGH', // `cine map --yes`; the window shows it beside the columns
  'PORT_IN_USE', // `cine dashboard --port`
  'PORT_NOT_ALLOWED',
  'RENDERER_NOT_BUILT',
]

/** In capitals too, but no code of an error: variables, reasons of rejects, states of Hadoop, system codes. */
const NO_CODE = [
  /^(CINE|ETL|SQLITE|ERR|UND_ERR)_/,
  /^(JAVA|HADOOP|SPARK)_HOME$|^HADOOP_CONF_DIR$|^HDFS_(RAW|CURATED)$|^SPARK_MASTER$|^PYSPARK_PYTHON$/,
  /^(KAGGLE_API_TOKEN|KAGGLE_USERNAME|KAGGLE_KEY|LC_ALL|LOCAL_DIRS|HTTPS_ONLY|RM_PORTS)$/,
  /^(BAD_KEY|BAD_QUOTE|COLUMN_COUNT|INVALID_ENCODING|MISSING_KEY|RECORD_TOO_LONG|UNTERMINATED_QUOTE)$/,
  /^(LISTSTATUS_BATCH|NEW_SAVING|NO_CODEGEN|TIMESTAMP_MILLIS)$/,
]

/** Every code that the source can give: each quoted word in capitals, but those of checks of data. */
function codes(): string[] {
  const files = globSync('src/{pipeline,main,renderer/bridge}/**/*.ts').filter(
    (path) => !path.includes('pipeline/quality/'),
  )
  const found = files.flatMap((path) => {
    const source = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const words = [...source.matchAll(/'([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)'/g)]
    const single = [...source.matchAll(/(?:new CineError\(\s*|\bcode: )'([A-Z]+)'/g)]
    return [...words, ...single].map(([, code = '']) => code)
  })
  return [...new Set(found)].filter((code) => !NO_CODE.some((each) => each.test(code))).sort()
}

test.each(LANGUAGES)('every error that a user of the window can meet is told in « %s »', (language) => {
  const told: Record<string, unknown> = resources[language].errors
  const found = codes()
  expect(found.length).toBeGreaterThan(150)
  expect(found.filter((code) => !told[code] && !TERMINAL_ONLY.includes(code))).toEqual([])
  expect(TERMINAL_ONLY.filter((code) => !found.includes(code) || told[code])).toEqual([])
})

test.each(LANGUAGES)('every error in « %s » has a sentence and a next step', (language) => {
  for (const [code, text] of Object.entries(resources[language].errors))
    if (typeof text === 'object')
      expect([code, text]).toEqual([
        code,
        expect.objectContaining({
          sentence: expect.stringMatching(/\.$/),
          hint: expect.stringMatching(/\S/),
        }),
      ])
})

test('an error is told by its code, and by its reason where it gives one', () => {
  const t = roomWords('fr', 'errors').t as TFunction<'errors'>
  const refused = { code: 'SQL_NOT_ALLOWED', message: 'The query was refused: …', hint: 'Write one SELECT.' }
  expect(errorText(t, { ...refused, details: { reason: 'function', name: 'query' } })).toMatchObject({
    sentence: 'Cette requête est refusée : la fonction query fait plus que lire.',
    hint: resources.fr.errors.SQL_NOT_ALLOWED.hint,
    detail: null,
  })
  expect(errorText(t, { ...refused, details: { reason: 'else', count: 2 } })).toMatchObject({
    sentence: resources.fr.errors.SQL_NOT_ALLOWED.sentence,
    detail: refused.message,
  })
  expect(errorText(t, { code: 'NO_SUCH_CODE', message: 'In its words.', hint: 'Do.' })).toEqual({
    code: 'NO_SUCH_CODE',
    sentence: 'In its words.',
    hint: 'Do.',
    detail: null,
  })
})
