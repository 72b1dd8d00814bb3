import { keyFields, type SourceSpec } from '../../src/pipeline/sources/index.ts'

/** What may stand in any column, by mistake or by malice; none of it may stop a run. */
export const ODD = [
  ...['', ' ', '0', '-1', '-0', '1e30', '1e400', 'NaN', 'Infinity', '-Infinity', '99999', '9'.repeat(400)],
  ...['1,234,567', '8,3/10', '85,5 %', '0/0', '1/0', '3/-5', '150%', '99999 h', '99:99:99', 'PT9999H'],
  ...[
    '0000-00-00',
    '9999-12-31',
    '0001-01-01',
    '99999-01-01',
    '31/02/2009',
    '2009-02-30T25:61',
    '1500',
    '9999',
  ],
  ...[
    'null',
    'None',
    '[]',
    '[null]',
    '{}',
    '[{"name": null}]',
    "['",
    '["a',
    '{"name":',
    '[[[["x"]]]]',
    '||,;;',
  ],
  ...[
    '&#0;&#55296;&amp;',
    '\\',
    "'",
    "';--",
    '\u202e\u200b\ufeff',
    '\u0001',
    '🎬'.repeat(50),
    'é\u0301'.repeat(20),
  ],
  ...[
    'Jr.',
    ', Jr.',
    'III',
    'Брат',
    'ß',
    '★'.repeat(60),
    '***½',
    '½',
    '1/2',
    'A++',
    '$',
    '€',
    '$-5',
    '1.2.3,4',
  ],
]

/** A table of a source: a record for each odd value, which stands in every column but the keys. */
export function tableOf(spec: SourceSpec): string {
  const keys = new Set(keyFields(spec).map(({ name }) => name))
  const key = (means: string | undefined, row: number) => {
    if (means === 'imdb_id') return `tt${1000 + row}`
    if (means === 'title') return `Film ${row}`
    if (means === 'year') return `${1950 + row}`
    return means === 'rt_id' ? `film_${row}` : `${row}`
  }
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  const rows = ODD.map((value, row) =>
    spec.fields.map(({ name, means }) => quoted(keys.has(name) ? key(means, row) : value)).join(','),
  )
  return `${[spec.fields.map(({ aliases }) => quoted(aliases[0] ?? '')).join(','), ...rows].join('\n')}\n`
}
