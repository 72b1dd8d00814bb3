import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Check, QualityReport } from '../../../pipeline/api.ts'
import { useFormat } from '../../i18n/format.ts'
import { isBalanced, totalOf } from './flow/layout.ts'
import classes from './quality.module.css'

const ICONS = { ok: IconCircleCheck, warning: IconAlertTriangle, error: IconCircleX }

/** The whole page in two sentences: does every row have its place, and what did the checks find. */
export function Verdict({ report }: { report: QualityReport }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { checks, balance } = report
  const total = totalOf(balance)
  const count = (level: Check['level']) => checks.filter((check) => check.level === level).length
  const errors = count('error')
  const warnings = count('warning')
  const level = errors > 0 || !isBalanced(total) ? 'error' : warnings > 0 ? 'warning' : 'ok'
  const Icon = ICONS[level]
  const said = (key: 'errors' | 'warnings', n: number) =>
    t(`verdict.${key}`, { count: n, formatted: format.integer(n) })
  const found = [
    ...(errors > 0 ? [said('errors', errors)] : []),
    ...(warnings > 0 ? [said('warnings', warnings)] : []),
  ]
  return (
    <p className={classes.verdict} data-level={level} data-testid="quality-verdict">
      <Icon size={20} stroke={1.8} aria-hidden />
      <span>
        <b>
          {t(isBalanced(total) ? 'verdict.balanced' : 'verdict.unbalanced', {
            count: total.rows_in,
            formatted: format.integer(total.rows_in),
          })}
        </b>{' '}
        {found.length > 0
          ? t('verdict.found', { found: found.join(t('verdict.and')) })
          : t('verdict.all_hold', { count: checks.length, formatted: format.integer(checks.length) })}
      </span>
    </p>
  )
}
