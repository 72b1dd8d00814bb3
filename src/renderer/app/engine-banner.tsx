import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineStatus } from '../bridge/engine.ts'
import { useEngineStatus } from '../bridge/use-engine-status.ts'
import { useErrorText } from '../components/error-text.ts'
import classes from './engine-banner.module.css'
import { queryClient } from './query-client.ts'

/** Says over every page that the engine is gone, until it is back. What is on screen stays there. */
export function EngineBanner() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const current = useEngineStatus()
  const trouble = useTrouble(current)
  if (!trouble) return null
  const { status, error } = trouble
  const lost = error?.details.connection === 'lost'
  const said = error && status === 'stopped' ? errorText(error) : null
  return (
    <div role="alert" className={classes.banner} data-testid="engine-banner">
      <IconAlertTriangle size={17} aria-hidden />
      <div>
        <b>{lost ? t('engine.banner_lost') : t(`engine.banner_${status}`)}</b>
        {lost && <div>{t('engine.banner_lost_hint')}</div>}
        {said && (
          <div>
            {said.sentence} {said.hint} <code>{said.code}</code>
          </div>
        )}
      </div>
      {status === 'stopped' && (
        <Group ml="auto">
          {/* An engine that was given up is tried again when it is asked for something. */}
          <Button size="compact-sm" variant="white" color="dark" onClick={askAgain}>
            {t('engine.try_again')}
          </Button>
        </Group>
      )}
    </div>
  )
}

const askAgain = () => queryClient.invalidateQueries()

type Trouble = EngineStatus & { status: 'died' | 'stopped' }

/** The last trouble until the engine is ready again; starting for the first time is none. */
function useTrouble(current: EngineStatus): Trouble | null {
  const { t } = useTranslation()
  const last = useRef<Trouble | null>(null)
  const isBack = current.status === 'ready' && last.current !== null
  if (current.status === 'died' || current.status === 'stopped') last.current = current as Trouble
  if (current.status === 'ready') last.current = null
  useEffect(() => {
    if (isBack) notifications.show({ message: t('engine.back'), color: 'teal', autoClose: 4000 })
  }, [isBack, t])
  return last.current
}
