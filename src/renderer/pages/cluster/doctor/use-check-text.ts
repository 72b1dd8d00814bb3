import { useTranslation } from 'react-i18next'
import type { DoctorCheck } from '../../../../pipeline/api.ts'
import { type ErrorText, useErrorText } from '../../../components/error-text.ts'
import { useFormat } from '../../../i18n/format.ts'

type CheckText = Pick<ErrorText, 'sentence' | 'detail' | 'hint'>

const TOOLS = ['java', 'python', 'maven', 'hadoop', 'spark']
const TOOL_NAMES: Record<string, string> = {
  java: 'Java',
  python: 'Python',
  maven: 'Maven',
  hadoop: 'Hadoop',
  spark: 'Spark',
}

/** A line of the doctor in the language of the window: what is well by its figures, what is not by its code. */
export function useCheckText(): (check: DoctorCheck) => CheckText {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  const errorText = useErrorText()
  return (check) => {
    const { id, code, message, hint, details } = check
    if (code) return errorText({ code, message, hint })
    const plain = (sentence: string): CheckText => ({ sentence, detail: null, hint: null })
    const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '')
    const number = (name: string) => (typeof details[name] === 'number' ? details[name] : null)
    const path = text('path')
    if (TOOLS.includes(id)) {
      const tool = TOOL_NAMES[id] ?? id
      if (!path) return plain(t('doctor.tool_unneeded', { tool }))
      const setting = text('setting')
      const how = setting ? t('doctor.by_setting', { setting }) : t(`doctor.found.${foundBy(details)}`)
      return { ...plain(t('doctor.tool', { tool: `${tool} ${text('version')}`.trim(), how })), detail: path }
    }
    if (id === 'platform')
      return plain(t('doctor.platform', { platform: text('platform'), arch: text('arch') }))
    if (id === 'conf_dir') return { ...plain(t('doctor.conf_dir')), detail: path || null }
    if (id === 'default_fs') return plain(t('doctor.default_fs', { address: text('default_fs') }))
    if (id === 'ports') return plain(t('doctor.ports'))
    if (id === 'memory')
      return plain(
        t('doctor.memory', {
          free: format.bytes(number('available_bytes')),
          total: format.bytes(number('total_bytes')),
        }),
      )
    return plain(t('doctor.disk', { free: format.bytes(leastFree(details)) }))
  }
}

function foundBy({ found_by }: DoctorCheck['details']): 'cache' | 'path' {
  return found_by === 'cache' ? 'cache' : 'path'
}

function leastFree({ places }: DoctorCheck['details']): number | null {
  if (!Array.isArray(places)) return null
  const free = places.map((place) => Number((place as { free_bytes?: unknown }).free_bytes))
  return free.length > 0 ? Math.min(...free) : null
}
