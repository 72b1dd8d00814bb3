import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './reports.module.css'

/** In the places of what is to come, so that nothing moves when it does. */
export function ReportSkeleton() {
  const { t } = useTranslation('reports')
  return (
    <div className={classes.report} role="status" aria-label={t('loading')}>
      <Skeleton height={26} width="62%" />
      <Skeleton height={14} width="80%" mt={10} />
      <Skeleton height={420} mt={22} radius="md" />
      <Skeleton height={12} width="55%" mt={14} />
    </div>
  )
}
