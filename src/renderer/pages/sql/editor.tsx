import { PostgreSQL, sql as sqlLanguage } from '@codemirror/lang-sql'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import CodeMirror, { Prec } from '@uiw/react-codemirror'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { runSql, setSql, useConsole } from './store.ts'

/** Colours by the window's own variables, so that both themes are one. */
const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--chart-1)', fontWeight: '600' },
    { tag: [tags.string, tags.special(tags.string)], color: 'var(--chart-3)' },
    { tag: tags.number, color: 'var(--chart-2)' },
    { tag: tags.comment, color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
    { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--chart-4)' },
  ]),
)

const frame = EditorView.theme({
  '&': { backgroundColor: 'transparent', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--mantine-font-family-monospace)',
    caretColor: 'var(--mantine-color-text)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--mantine-color-dimmed)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--mantine-primary-color-light-hover)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface-card)',
    border: '1px solid var(--border-soft)',
    borderRadius: '7px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-light)',
    color: 'var(--mantine-color-text)',
  },
})

/** Runs before the editor's own Enter. */
const runKey = Prec.highest(
  keymap.of([
    {
      key: 'Mod-Enter',
      run: () => {
        void runSql()
        return true
      },
    },
  ]),
)

/** The query, with completion over the tables there are. Escape, then Tab, leaves it by keyboard. */
export default function Editor() {
  const { t } = useTranslation('sql')
  const { sql } = useConsole()
  const { data } = useEngineQuery('sql.schema', {})
  const extensions = useMemo(() => {
    const schema = Object.fromEntries(
      (data?.tables ?? []).map(({ name, columns }) => [name, columns.map((column) => column.name)]),
    )
    return [
      sqlLanguage({ dialect: PostgreSQL, schema, upperCaseKeywords: true }),
      EditorView.contentAttributes.of({ 'aria-label': t('editor') }),
      EditorView.lineWrapping,
      colours,
      frame,
      runKey,
    ]
  }, [data, t])
  return (
    <CodeMirror
      value={sql}
      onChange={setSql}
      extensions={extensions}
      theme="none"
      height="190px"
      basicSetup={{ foldGutter: false, highlightActiveLine: false, searchKeymap: false }}
      data-testid="sql-editor"
    />
  )
}
