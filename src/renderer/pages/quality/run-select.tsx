import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../pipeline/api.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { useFormat } from '../../i18n/format.ts'
import { chooseRun, useChosen } from './store.ts'

const CURRENT = 'current'

/** Of which run: the published one, or one before whose tables are kept. */
export function RunSelect() {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { run } = useChosen()
  const { data } = useEngineQuery('runs.list', {})
  const kept = (data?.runs ?? []).filter(({ pruned_at, current }) => pruned_at === null && !current)
  const title = ({ published_at, n_rows }: RunSummary) =>
    n_rows === null
      ? format.dateTime(published_at)
      : t('run.partial', { when: format.dateTime(published_at), n: format.integer(n_rows) })
  const current = data?.runs.find((each) => each.current)
  const choices = [
    {
      value: CURRENT,
      label: current ? t('run.current', { when: title(current) }) : t('run.current_unknown'),
    },
    ...kept.map((each) => ({ value: each.run_id, label: title(each) })),
  ]
  // One that is gone meanwhile is still what is looked at.
  if (run !== null && !kept.some(({ run_id }) => run_id === run)) choices.push({ value: run, label: run })
  return (
    <Select
      w={310}
      size="sm"
      aria-label={t('run.label')}
      data={choices}
      value={run ?? CURRENT}
      allowDeselect={false}
      onChange={(value) => chooseRun(value === CURRENT ? null : value)}
      data-testid="quality-run"
    />
  )
}
