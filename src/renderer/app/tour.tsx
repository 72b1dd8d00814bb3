import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isRunning, runPipeline, useJob } from './job-store.ts'
import { navigate } from './router.ts'
import classes from './tour.module.css'
import { beginTour, endTour, goToStep, isFirstStart, TOUR_STEPS, useTour } from './tour-state.ts'
import { useLake } from './use-lake.ts'

/** Three steps through the window, beside the page: nothing under it is locked away meanwhile. */
export function Tour() {
  const { t } = useTranslation()
  const lake = useLake()
  const { step } = useTour()
  const running = useJob(isRunning)
  const published = lake?.published != null
  const isNew = lake !== undefined && !published && lake.landed_sources.length === 0
  useEffect(() => {
    if (isNew && isFirstStart()) beginTour()
  }, [isNew])
  useRing(step === null ? null : (TOUR_STEPS[step]?.name ?? null))
  const current = step === null ? undefined : TOUR_STEPS[step]
  if (step === null || !current) return null
  const isLast = step === TOUR_STEPS.length - 1
  const next = () => {
    if (isLast) return endTour()
    const { page } = TOUR_STEPS[step + 1] ?? {}
    if (page) navigate({ page })
    goToStep(step + 1)
  }
  return (
    <Paper
      component="aside"
      className={classes.card}
      shadow="lg"
      withBorder
      aria-label={t('tour.title')}
      data-testid="tour"
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('tour.step', { step: step + 1, of: TOUR_STEPS.length })}
        </Text>
        <CloseButton size="sm" aria-label={t('tour.skip')} onClick={endTour} data-testid="tour-skip" />
      </Group>
      <Text fw={620} component="h2" m={0}>
        {t(`tour.${current.name}.title`)}
      </Text>
      <Text size="sm">{t(`tour.${current.name}.text`)}</Text>
      <Group justify="flex-end" gap="xs" mt={4}>
        {current.name === 'data' && isNew ? (
          <Button loading={running} onClick={() => void runPipeline({ demo: true })} data-testid="tour-demo">
            {t('tour.data.action')}
          </Button>
        ) : (
          <Button onClick={next} disabled={!published && !isLast} data-testid="tour-next">
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

/** Marks the part of the window that is spoken of, whenever it is drawn. */
function useRing(name: string | null): void {
  useEffect(() => {
    if (name === null) return
    document.documentElement.dataset.tour = name
    return () => {
      delete document.documentElement.dataset.tour
    }
  }, [name])
}
