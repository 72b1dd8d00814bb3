import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { openDialog } from './dialogs.ts'
import { navigate } from './router.ts'
import { KeySequences } from './shortcuts.ts'
import { takesKeys } from './takes-keys.ts'

/** The single keys of the whole window: `?`, `/`, and `g` with a letter. */
export function useShortcuts(): void {
  useEffect(() => {
    const sequences = new KeySequences()
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.key === 'Shift') return
      const keyed = sequences.press({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        typing: takesKeys(event.target),
        at: event.timeStamp,
      })
      if (!keyed) return
      event.preventDefault()
      if (keyed.kind === 'go') navigate({ page: keyed.page })
      else if (keyed.kind === 'sheet') openDialog('shortcuts')
      else search()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

/** The search box of the page, else that of the whole window. */
function search(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]')
  if (box) box.select()
  else spotlight.open()
}
