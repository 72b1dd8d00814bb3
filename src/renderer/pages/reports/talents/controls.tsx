import { NumberInput, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../pipeline/api.ts'
import { setReportOptions, useReportOptions } from '../options.ts'
import classes from './talents.module.css'

const ROLES: Role[] = ['director', 'actor', 'writer']

/** Which role, and how many films it takes to be ranked. */
export function TalentControls() {
  const { t } = useTranslation('reports')
  const { role, minFilms } = useReportOptions()
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('talents.columns.role')}
        value={role}
        onChange={(value) =>
          setReportOptions({ role: ROLES.find((each) => each === value) ?? role, talent: null })
        }
        data={ROLES.map((each) => ({ value: each, label: t(`talents.roles.${each}`) }))}
        data-testid="talents-role"
      />
      <NumberInput
        size="xs"
        className={classes.least}
        label={t('talents.min_films')}
        labelProps={{ fw: 400 }}
        w={190}
        min={1}
        max={1000}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={minFilms}
        onChange={(value) => typeof value === 'number' && value >= 1 && setReportOptions({ minFilms: value })}
        data-testid="talents-min-films"
      />
    </>
  )
}
