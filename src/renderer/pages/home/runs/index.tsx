import { Button, Group, Text } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { inTime, runLines, toggled } from './lines.ts'
import { openComparison } from './store.ts'
import { RunsTable } from './table.tsx'

/** Every run that was made or failed: opened, compared by two, published again. */
export function Runs() {
  const { t } = useTranslation('home')
  const { data, error, refetch } = useEngineQuery('runs.list', {})
  const [chosen, setChosen] = useState<string[]>([])
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null
  const lines = runLines(data)
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed" py="lg" ta="center">
        {t('history.no_runs')}
      </Text>
    )
  const there = chosen.filter((run) => lines.some(({ run_id, kept }) => run_id === run && kept))
  const pair = inTime(there)
  return (
    <>
      {data.problem && <ErrorState error={data.problem} />}
      <Group gap="sm" my={8}>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconArrowsDiff size={15} aria-hidden />}
          disabled={pair === null}
          onClick={() => pair && openComparison(...pair)}
          data-testid="compare-runs"
        >
          {t('runs.compare')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('runs.compare_hint')}
        </Text>
      </Group>
      <RunsTable lines={lines} chosen={there} onToggle={(run) => setChosen(toggled(there, run))} />
    </>
  )
}
