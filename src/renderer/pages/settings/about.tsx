import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DiagnosticsButton } from '../../app/about-dialog.tsx'
import { useVersions } from '../../app/versions.ts'
import { Card } from './card.tsx'
import classes from './settings.module.css'

/** Which versions of what, to be read or put into a report of a fault. */
export function About({ path }: { path: string | undefined }) {
  const { t } = useTranslation('settings')
  const facts = [...useVersions(), ...(path ? [[t('about.file'), path] as const] : [])]
  const text = facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  return (
    <Card title={t('about.title')}>
      <dl className={classes.facts} data-testid="about">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <CopyButton value={text} timeout={2000}>
          {({ copied, copy }) => (
            <Button
              size="compact-md"
              variant="default"
              leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'about.copied' : 'about.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      <DiagnosticsButton />
    </Card>
  )
}
