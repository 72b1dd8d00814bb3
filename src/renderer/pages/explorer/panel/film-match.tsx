import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Film } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useCodeText } from '../columns/use-code-text.ts'
import classes from './panel.module.css'

/** By what the records of the sources were taken for one film, and how sure that is. */
export function FilmMatch({ film }: { film: Film }) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const codeText = useCodeText()
  const sources = (codeText('sources', film.sources) as string[]).join(', ')
  const score = film.match_score
  return (
    <section className={classes.section}>
      <h3>{t('columns.match_method.label')}</h3>
      <Text size="sm">
        {String(codeText('match_about', film.match_method))}
        {score !== null && ` ${t('panel.match_score', { score: format.decimal(score, 2) })}`}
      </Text>
      <Text size="xs" c="dimmed" mt={3}>
        {t('panel.sources', { sources })}
      </Text>
    </section>
  )
}
