import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLake } from '../../app/use-lake.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { useFormat } from '../../i18n/format.ts'
import { changeText } from './change-text.ts'
import { openComparison } from './runs/store.ts'

/** Beyond so many rows a comparison takes seconds: it is made when asked for. */
const AT_ONCE = 500_000

/** After a run: what it changed against the run that was published before. */
export function WhatChanged({ run }: { run: string }) {
  const { data } = useEngineQuery('runs.show', { run })
  const before = data?.run_id === run ? data.compared_with : null
  return before === null ? null : <Against key={run} a={before} b={run} />
}

function Against({ a, b }: { a: string; b: string }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const [asked, setAsked] = useState(false)
  const tables = useLake()?.published?.tables
  const rows = tables ? tables.films.rows + tables.reviews.rows + tables.people.rows : 0
  const enabled = asked || rows <= AT_ONCE
  const { data, error, isPlaceholderData } = useEngineQuery('runs.diff', { a, b, samples: 0 }, { enabled })
  if (error) return null
  if (!enabled)
    return (
      <Button size="compact-sm" variant="subtle" ml={-8} onClick={() => setAsked(true)}>
        {t('changed.ask')}
      </Button>
    )
  if (!data || isPlaceholderData)
    return (
      <Text size="sm" c="dimmed" role="status">
        <Loader size={12} mr={6} />
        {t('changed.working')}
      </Text>
    )
  const changes = data.tables.map((table) => changeText(t, format, table)).filter((change) => change !== '')
  return (
    <Text size="sm" data-testid="what-changed">
      {data.same ? t('changed.nothing') : t('changed.what', { changes: changes.join(' ; ') })}{' '}
      {!data.same && (
        <Anchor component="button" type="button" inherit onClick={() => openComparison(a, b)}>
          {t('changed.details')}
        </Anchor>
      )}
    </Text>
  )
}
