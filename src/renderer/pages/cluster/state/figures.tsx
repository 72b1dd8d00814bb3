import { Alert, Progress, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClusterStatus } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Card } from '../card.tsx'
import classes from '../cluster.module.css'

/** YARN counts memory in units of 2^20 bytes. */
const MB = 2 ** 20

export function HdfsCard({ status: { hdfs, default_fs, raw, curated } }: { status: ClusterStatus }) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  return (
    <Card title="HDFS" testId="hdfs-figures">
      {hdfs ? (
        <>
          {hdfs.safe_mode && (
            <Alert color="orange" variant="light" icon={<IconLock size={18} />}>
              <b>{t('hdfs.safe_mode')}</b>
              <br />
              {hdfs.safe_mode_message}
            </Alert>
          )}
          <Share
            label={t('hdfs.used')}
            used={hdfs.used_bytes}
            total={hdfs.capacity_bytes}
            text={t('hdfs.of', {
              used: format.bytes(hdfs.used_bytes),
              free: format.bytes(hdfs.remaining_bytes),
            })}
          />
          <Facts
            facts={[
              [t('hdfs.address'), default_fs],
              [t('hdfs.raw'), raw],
              [t('hdfs.curated'), curated],
              [t('hdfs.files'), format.integer(hdfs.files)],
              [
                t('hdfs.blocks'),
                hdfs.missing_blocks > 0
                  ? t('hdfs.blocks_missing', {
                      n: format.integer(hdfs.blocks),
                      missing: format.integer(hdfs.missing_blocks),
                    })
                  : format.integer(hdfs.blocks),
              ],
              [t('hdfs.datanodes'), format.integer(hdfs.live_datanodes)],
            ]}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('hdfs.silent')}
        </Text>
      )}
    </Card>
  )
}

export function YarnCard({ status: { yarn } }: { status: ClusterStatus }) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  return (
    <Card title="YARN" testId="yarn-figures">
      {yarn ? (
        <>
          <Share
            label={t('yarn.used')}
            used={yarn.total_mb - yarn.available_mb}
            total={yarn.total_mb}
            text={t('yarn.of', {
              used: format.bytes((yarn.total_mb - yarn.available_mb) * MB),
              total: format.bytes(yarn.total_mb * MB),
            })}
          />
          <Facts
            facts={[
              [t('yarn.nodes'), format.integer(yarn.active_nodes)],
              [
                t('yarn.cores'),
                t('yarn.cores_of', {
                  used: format.integer(yarn.total_vcores - yarn.available_vcores),
                  total: format.integer(yarn.total_vcores),
                }),
              ],
              [t('yarn.running'), format.integer(yarn.running_applications)],
              [t('yarn.pending'), format.integer(yarn.pending_applications)],
            ]}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('yarn.silent')}
        </Text>
      )}
    </Card>
  )
}

function Share({ label, used, total, text }: { label: string; used: number; total: number; text: string }) {
  return (
    <div>
      <Progress.Root size={8}>
        <Progress.Section value={total > 0 ? (used / total) * 100 : 0} aria-label={label} />
      </Progress.Root>
      <Text size="xs" c="dimmed" mt={4}>
        {text}
      </Text>
    </div>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string | null])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
