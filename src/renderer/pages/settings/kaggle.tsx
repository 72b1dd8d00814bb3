import { Code, Group, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SettingsInfo } from '../../../pipeline/api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Card } from './card.tsx'

/** Whether there is a token, and where it comes from; it is neither shown nor kept here. */
export function Kaggle({ kaggle: { from, problem } }: { kaggle: SettingsInfo['kaggle'] }) {
  const { t } = useTranslation('settings')
  const Icon = from === null ? IconCircleDashed : IconCircleCheck
  return (
    <Card title={t('kaggle.title')} about={t('kaggle.about')}>
      {problem ? (
        <ErrorState error={problem} />
      ) : (
        <Group gap={8} wrap="nowrap" data-testid="kaggle-token">
          <Icon size={18} aria-hidden color={from === null ? undefined : 'var(--chart-positive)'} />
          <Text size="sm">{from === null ? t('kaggle.none') : t('kaggle.found', { from })}</Text>
        </Group>
      )}
      <Text size="sm">{t('kaggle.how')}</Text>
      <Code block>kaggle auth login</Code>
      <Text size="xs" c="dimmed">
        {t('kaggle.not_kept')}
      </Text>
    </Card>
  )
}
