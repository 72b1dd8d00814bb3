import { Button, Text, ThemeIcon, Title } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runPipeline } from '../../app/job-store.ts'
import type { HomeState } from './use-home-state.ts'
import classes from './welcome.module.css'

/** Before anything is published: the shortest way to something to look at. */
export function Welcome({ running, isReady, offersDemo }: HomeState) {
  const { t } = useTranslation('home')
  return (
    <section className={classes.card}>
      <ThemeIcon variant="light" size={44} radius="xl" aria-hidden>
        <IconSparkles size={22} stroke={1.6} />
      </ThemeIcon>
      <Title order={2}>{t('welcome.title')}</Title>
      <Text size="sm" maw={420}>
        {t('welcome.text')}
      </Text>
      {offersDemo && (
        <Button
          size="md"
          mt={4}
          disabled={running || !isReady}
          onClick={() => void runPipeline({ demo: true })}
          data-testid="run-demo"
        >
          {t('run_demo')}
        </Button>
      )}
      <Text size="sm" c="dimmed" maw={420}>
        {t('welcome.or')}
      </Text>
    </section>
  )
}
