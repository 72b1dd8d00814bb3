import { notifications } from '@mantine/notifications'
import { engine } from '../../../bridge/engine.ts'
import { toCsv } from '../../../charts/export/csv.ts'
import { saveFile } from '../../../charts/export/save.ts'
import { errorNotice } from '../../../components/error-text.ts'

/** As many as the engine gives at once. */
const MOST = 10_000
const COLUMNS = ['source', 'file', 'path', 'line', 'reason', 'detail', 'raw'] as const

/** The rejects that the filters let through, as a CSV. */
export async function exportRejects(which: {
  run: string
  reason: string | null
  source: string | null
}): Promise<void> {
  const { run, reason, source } = which
  const params = { run, ...(reason === null ? {} : { reason }), ...(source === null ? {} : { source }) }
  try {
    const { rejects } = await engine.request('quality.get', { ...params, limit: MOST })
    const rows = rejects.rows.map((row) => COLUMNS.map((column) => row[column]))
    saveFile(`rejects_${run}.csv`, toCsv(COLUMNS, rows), 'text/csv;charset=utf-8')
  } catch (error) {
    notifications.show({ color: 'red', message: errorNotice(error) })
  }
}
