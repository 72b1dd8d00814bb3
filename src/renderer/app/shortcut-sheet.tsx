import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { closeDialog, useDialog } from './dialogs.ts'
import { isMac } from './is-mac.ts'
import classes from './shortcut-sheet.module.css'
import { GO_TO } from './shortcuts.ts'

/** `?`: everything that a key does. */
export function ShortcutSheet() {
  const { t } = useTranslation()
  const opened = useDialog(({ open }) => open === 'shortcuts')
  const mod = isMac() ? '⌘' : 'Ctrl'
  const groups = [
    {
      title: t('shortcuts.anywhere'),
      rows: [
        [t('shortcuts.palette'), [mod, 'K']],
        [t('shortcuts.search'), ['/']],
        [t('shortcuts.undo_filter'), [mod, 'Z']],
        [t('shortcuts.redo_filter'), [mod, '⇧', 'Z']],
        [t('shortcuts.save_view'), [mod, 'S']],
        [t('shortcuts.sheet'), ['?']],
      ],
    },
    {
      title: t('shortcuts.pages'),
      rows: Object.entries(GO_TO).map(([key, page]) => [page && t(`nav.${page}`), ['G', key.toUpperCase()]]),
    },
    {
      title: t('shortcuts.tables'),
      rows: [
        [t('shortcuts.rows'), ['↑', '↓']],
        [t('shortcuts.open_row'), ['↵']],
        [t('shortcuts.close_panel'), [t('shortcuts.escape')]],
        [t('shortcuts.find'), [mod, 'F']],
      ],
    },
    {
      title: t('shortcuts.charts'),
      rows: [
        [t('shortcuts.marks'), ['←', '→']],
        [t('shortcuts.open_mark'), ['↵']],
      ],
    },
    { title: 'SQL', rows: [[t('shortcuts.run_sql'), [mod, '↵']]] },
  ] as { title: string; rows: [string, string[]][] }[]
  return (
    <Modal opened={opened} onClose={closeDialog} size={760} title={t('shortcuts.title')}>
      <div className={classes.groups} data-testid="shortcut-sheet">
        {groups.map(({ title, rows }) => (
          <section key={title} className={classes.group}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([what, keys]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
