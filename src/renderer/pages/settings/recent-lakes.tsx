import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './settings.module.css'

/** Lakes that were opened before; one more click and the studio starts on one of them. */
export function RecentLakes() {
  const { t } = useTranslation('settings')
  const [lakes, setLakes] = useState<readonly string[]>([])
  useEffect(() => {
    void window.cine?.recentLakes().then(setLakes)
  }, [])
  if (lakes.length === 0) return null
  return (
    <Stack gap={4} data-testid="recent-lakes">
      <Text size="sm" fw={550}>
        {t('lake.recent')}
      </Text>
      {lakes.map((lake) => (
        <Button
          key={lake}
          variant="subtle"
          color="gray"
          size="compact-sm"
          justify="start"
          className={classes.recent}
          title={lake}
          onClick={() => void window.cine?.openLake(lake)}
        >
          {lake}
        </Button>
      ))}
    </Stack>
  )
}
