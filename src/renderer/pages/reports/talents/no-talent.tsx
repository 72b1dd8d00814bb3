import { Button } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { setReportOptions, useReportOptions } from '../options.ts'

/** Films there are, but nobody with so many of them. */
export function NoTalent() {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { minFilms, role } = useReportOptions()
  const isAsking = minFilms > 1
  return (
    <EmptyState
      icon={<IconUserOff size={24} />}
      title={t(`talents.headline_none.${role}`)}
      text={
        isAsking
          ? t('talents.none_enough', { count: minFilms, formatted: format.integer(minFilms) })
          : t('talents.none_named')
      }
      action={
        isAsking && <Button onClick={() => setReportOptions({ minFilms: 1 })}>{t('talents.lower')}</Button>
      }
    />
  )
}
