import { Button, Code, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check, QualityReport } from '../../../../pipeline/api.ts'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import { byLevel, checkTitle, checkValue } from './check-text.ts'
import classes from './checks.module.css'

const ICONS = { ok: IconCircleCheck, warning: IconAlertTriangle, error: IconCircleX }

/** What was checked before the publication: what does not hold at once, the rest when asked for. */
export function ChecksView({ report }: { report: QualityReport }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const id = useId()
  const [showsAll, setShowsAll] = useState(false)
  const { error, warning, ok } = byLevel(report.checks)
  return (
    <section className={quality.card} aria-labelledby={`${id}-title`} data-testid="checks">
      <Group justify="space-between">
        <Title order={2} id={`${id}-title`}>
          {t('checks.title')}
        </Title>
        <Text size="xs" c="dimmed">
          {report.compared_with === null
            ? t('checks.not_compared')
            : t('checks.compared', { run: report.compared_with })}
        </Text>
      </Group>
      {error.length + warning.length === 0 && (
        <Text size="sm" mt={6}>
          {t('checks.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {[...error, ...warning].map((check) => (
          <Line key={keyOf(check)} check={check} />
        ))}
      </ul>
      {ok.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={8}
          ml={-8}
          aria-expanded={showsAll}
          aria-controls={`${id}-all`}
          onClick={() => setShowsAll(!showsAll)}
          data-testid="checks-all"
        >
          {t(showsAll ? 'checks.hide' : 'checks.show', {
            count: ok.length,
            formatted: format.integer(ok.length),
          })}
        </Button>
      )}
      <ul className={`${classes.list} ${classes.holding}`} id={`${id}-all`} hidden={!showsAll}>
        {ok.map((check) => (
          <Line key={keyOf(check)} check={check} />
        ))}
      </ul>
    </section>
  )
}

function Line({ check }: { check: Check }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const sourceName = useSourceName()
  const words = { t, format, sourceName }
  const { code, level, message } = check
  const Icon = ICONS[level]
  const value = checkValue(check, words)
  return (
    <li className={classes.line} data-testid={`check-${level}`} title={message}>
      <Icon
        size={17}
        stroke={1.8}
        className={quality.icon}
        data-level={level}
        aria-label={t(`level.${level}`)}
        role="img"
      />
      <Text span size="sm" flex={1}>
        {checkTitle(check, words)}
        {value !== null && <b className={classes.value}>{value}</b>}
      </Text>
      <Code className={classes.code}>{code}</Code>
    </li>
  )
}

const keyOf = ({ code, table, column }: Check) => `${code} ${table} ${column}`
