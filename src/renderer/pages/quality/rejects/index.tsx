import { Button, Pagination, Select, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../../pipeline/api.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import { choosePage, chooseRejects, useChosen } from '../store.ts'
import { countsBy } from './counts.ts'
import { exportRejects } from './export.ts'
import { PER_PAGE } from './reject-params.ts'
import classes from './rejects.module.css'
import { RejectsTable } from './table.tsx'
import { useReasonName } from './use-reason-name.ts'

/** Records that were left out: of which file, at which line, why, and what they say. */
export function RejectsView({ report, stale }: { report: QualityReport; stale: boolean }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const sourceName = useSourceName()
  const reasonName = useReasonName()
  const { reason, source, page } = useChosen()
  const { by_reason, rows, total } = report.rejects
  if (by_reason.length === 0)
    return (
      <section className={quality.card}>
        <EmptyState
          icon={<IconCircleCheck size={24} />}
          title={t('rejects.none')}
          text={t('rejects.none_text')}
        />
      </section>
    )
  const choices = (key: 'reason' | 'source', name: (value: string) => string) =>
    countsBy(by_reason, key, { reason, source }).map(({ value, rows: n }) => ({
      value,
      label: `${name(value)} (${format.integer(n)})`,
    }))
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  return (
    <section className={quality.card} aria-labelledby="quality-rejects">
      <div className={classes.head}>
        <div>
          <Title order={2} id="quality-rejects">
            {t('rejects.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('rejects.about')}
          </Text>
        </div>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void exportRejects({ run: report.run_id, reason, source })}
        >
          {t('rejects.export')}
        </Button>
      </div>
      <div className={classes.filters}>
        <Select
          clearable
          size="sm"
          w={330}
          label={t('rejects.reason')}
          placeholder={t('rejects.any_reason')}
          data={choices('reason', reasonName)}
          value={reason}
          onChange={(value) => chooseRejects({ reason: value })}
          data-testid="reject-reason"
        />
        <Select
          clearable
          size="sm"
          w={300}
          label={t('rejects.source')}
          placeholder={t('rejects.any_source')}
          data={choices('source', sourceName)}
          value={source}
          onChange={(value) => chooseRejects({ source: value })}
        />
        <Text size="sm" c="dimmed" pb={7} role="status" data-testid="reject-count">
          {t('rejects.count', { count: total, formatted: format.integer(total) })}
        </Text>
      </div>
      <RejectsTable rows={rows} stale={stale} />
      {pages > 1 && (
        <Pagination
          mt="sm"
          size="sm"
          total={pages}
          value={page}
          onChange={choosePage}
          getControlProps={(control) => ({ 'aria-label': t(`rejects.page_${control}`) })}
          getItemProps={(n) => ({ 'aria-label': t('rejects.page', { n }) })}
        />
      )}
    </section>
  )
}
