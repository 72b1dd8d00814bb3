import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunDiff } from '../../../../../pipeline/api.ts'
import { useSourceName } from '../../../../components/use-source-name.ts'
import details from '../details/details.module.css'
import { Part } from '../details/part.tsx'

/** The landed files that only one of the two read. */
export function ChangedInputs({ diff: { inputs } }: { diff: RunDiff }) {
  const { t } = useTranslation('home')
  const sourceName = useSourceName()
  const changed = inputs.filter((input) => input.in !== 'both')
  return (
    <Part title={t('diff.inputs')}>
      {changed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('diff.same_inputs')}
        </Text>
      ) : (
        <ul className={details.list}>
          {changed.map((input) => (
            <li
              key={`${input.path} ${input.sha256}`}
              className={details.line}
              title={`SHA-256 ${input.sha256}`}
            >
              <Text span size="sm" className={details.grow}>
                {input.path}
              </Text>
              <Text span size="sm" className={details.aside}>
                {sourceName(input.source)} · {t(input.in === 'a' ? 'diff.only_a' : 'diff.only_b')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
