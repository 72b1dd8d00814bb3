import type { SettingName, SettingsInfo } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { asValue } from '../../settings/index.ts'
import { ask } from '../context.ts'
import { bytes, count, text } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

/** What is typed for each setting. */
const NAMES: Record<string, SettingName> = {
  memory: 'memory_bytes',
  threads: 'threads',
  hdfs_raw: 'hdfs_raw',
  hdfs_curated: 'hdfs_curated',
  spark_master: 'spark_master',
}

export const defineSettings: Define = (program, act) => {
  program
    .command('settings')
    .description('show what is set on this machine, or change it (memory=4GB; memory= for the default)')
    .argument('[name=value...]', Object.keys(NAMES).join(', '))
    .action(
      act(async (context, _options, args) => {
        const changes = Object.fromEntries(args.map(change))
        const info = await (args.length === 0
          ? ask(context, 'settings.get', {})
          : ask(context, 'settings.set', changes))
        return {
          answer: { json: info, text: () => settingsText(info) },
          failures: info.problems,
        }
      }),
    )
}

function change(argument: string): [SettingName, string | number | null] {
  const [, typed = '', value = ''] = /^([^=]+)=(.*)$/s.exec(argument) ?? []
  const name = NAMES[typed]
  if (name) return [name, value.trim() === '' ? null : asValue(name, value.trim())]
  throw new CineError('USAGE', `${argument} sets nothing.`, {
    hint: `Such as memory=4GB; there are: ${Object.keys(NAMES).join(', ')}.`,
  })
}

function settingsText({ settings, kaggle, path }: SettingsInfo): string {
  const table = renderTable(
    [
      { title: 'setting', value: ([typed]: [string, SettingName]) => typed },
      { title: 'value', value: ([, name]) => written(settings, name) },
      { title: 'from', value: ([, name]) => place(settings[name]) },
    ],
    Object.entries(NAMES),
  )
  return [table, '', `Kaggle token: ${kaggle.from ?? 'none'}`, `Saved in ${path}`].join('\n')
}

function written(settings: SettingsInfo['settings'], name: SettingName): string {
  if (name === 'memory_bytes')
    return settings[name].value === null ? 'by itself' : bytes(settings[name].value)
  if (name === 'threads') return settings[name].value === null ? 'by itself' : count(settings[name].value)
  return text(settings[name].value)
}

function place({ from, variable }: SettingsInfo['settings'][SettingName]): string {
  return from === 'environment' ? variable : from
}
