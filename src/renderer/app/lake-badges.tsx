import { Badge, Group, Text, Tooltip } from '@mantine/core'
import { IconDatabase, IconMasksTheater } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../pipeline/api.ts'
import { useFormat } from '../i18n/format.ts'
import classes from './lake-badges.module.css'
import { useLake } from './use-lake.ts'
import { useNow } from './use-now.ts'

/** Which lake, what it holds, and how old what is shown is. */
export function LakeBadges() {
  const { t } = useTranslation()
  const lake = useLake()
  if (!lake) return null
  return (
    <Group gap={10} wrap="nowrap" miw={0}>
      <Tooltip label={lake.path} multiline maw={420}>
        <span className={classes.lake}>
          <IconDatabase size={16} stroke={1.6} aria-hidden />
          <Text span fw={600} size="md" truncate>
            {lake.name}
          </Text>
          <Text span size="xs" c="dimmed" className={classes.path}>
            <bdi>{lake.path}</bdi>
          </Text>
        </span>
      </Tooltip>
      {lake.published ? (
        <Published run={lake.published} />
      ) : (
        <Text span size="sm" c="dimmed" className={classes.nowrap}>
          {t('lake.not_published')}
        </Text>
      )}
      {lake.is_demo && (
        <Tooltip label={t('lake.demo_tooltip')} multiline maw={320}>
          <Badge
            className={classes.demo}
            variant="light"
            color="orange"
            size="md"
            tt="none"
            leftSection={<IconMasksTheater size={13} aria-hidden />}
            data-testid="demo-badge"
          >
            {t('lake.demo')}
          </Badge>
        </Tooltip>
      )}
    </Group>
  )
}

function Published({ run }: { run: RunSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(30_000)
  const when = format.dateTime(run.published_at)
  return (
    <Tooltip label={t('lake.published_tooltip', { run: run.run_id, when })} multiline maw={420}>
      <Text span size="sm" c="dimmed" className={classes.nowrap}>
        {t('lake.published_ago', { ago: format.ago(run.published_at, now) })}
      </Text>
    </Tooltip>
  )
}
