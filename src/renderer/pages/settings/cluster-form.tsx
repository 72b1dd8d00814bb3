import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsInfo } from '../../../pipeline/api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { type AddressName, isAddress } from './addresses.ts'
import { Card } from './card.tsx'
import classes from './settings.module.css'
import { useFixedBy, useSaveSettings } from './use-settings.ts'

const FIELDS: AddressName[] = ['hdfs_raw', 'hdfs_curated', 'spark_master']

/** Where the cluster is that runs are sent to. */
export function ClusterForm({ info: { settings } }: { info: SettingsInfo }) {
  const { t } = useTranslation('settings')
  const fixedBy = useFixedBy()
  const { save, saving, error } = useSaveSettings()
  const own = (field: AddressName) =>
    settings[field].from === 'default' ? '' : (settings[field].value ?? '')
  const [values, setValues] = useState(
    () => Object.fromEntries(FIELDS.map((field) => [field, own(field)])) as Record<AddressName, string>,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const free = FIELDS.filter((field) => settings[field].from !== 'environment')
    void save(Object.fromEntries(free.map((field) => [field, values[field].trim() || null])))
  }
  return (
    <Card title={t('cluster.title')} about={t('cluster.about')}>
      <form onSubmit={submit} className={classes.fields}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t(`cluster.${field}`)}
            description={fixedBy(settings[field]) ?? t(`cluster.${field}_hint`)}
            placeholder={settings[field].default ?? ''}
            disabled={settings[field].from === 'environment'}
            value={values[field]}
            error={
              !isAddress(field, values[field]) &&
              t(field === 'spark_master' ? 'cluster.wrong_master' : 'cluster.wrong_folder')
            }
            onChange={({ currentTarget: { value } }) => setValues({ ...values, [field]: value })}
            data-testid={`setting-${field}`}
          />
        ))}
        {error && <ErrorState error={error} />}
        <div>
          <Button
            type="submit"
            loading={saving}
            disabled={!FIELDS.every((field) => isAddress(field, values[field]))}
            data-testid="save-cluster"
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
