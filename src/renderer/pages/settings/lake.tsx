import { Button, Code, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLake } from '../../app/use-lake.ts'
import { Card } from './card.tsx'
import { RecentLakes } from './recent-lakes.tsx'
import classes from './settings.module.css'

/** Which folder is the lake, and how to open another one. */
export function Lake() {
  const { t } = useTranslation('settings')
  const lake = useLake()
  const { cine } = window
  return (
    <Card title={t('lake.title')} about={t('lake.about')}>
      <Code block className={classes.path} data-testid="lake-path">
        {lake?.path ?? '…'}
      </Code>
      {cine ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            onClick={() => void cine.openLake()}
            data-testid="open-lake"
          >
            {t('lake.open')}
          </Button>
          <Text size="xs" c="dimmed" mt={6}>
            {t('lake.restarts')}
          </Text>
          <RecentLakes />
        </div>
      ) : (
        <div>
          <Text size="sm">{t('lake.browser')}</Text>
          <Code block mt={4}>
            {t('lake.command')}
          </Code>
        </div>
      )}
    </Card>
  )
}
