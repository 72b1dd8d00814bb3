import { create } from 'zustand'
import { showFiles } from './opened-files.ts'

/** True while files are held over the window. */
export const useDropping = create<{ dropping: boolean }>()(() => ({ dropping: false }))

/** Takes files dropped anywhere on the window, whatever its page, to where files are chosen. */
export function followDrops(): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const hold = (dropping: boolean) => useDropping.setState({ dropping })
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    // Without this the window would open the file itself.
    event.preventDefault()
    hold(true)
  })
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hold(false)
  })
  window.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    hold(false)
    const { cine } = window
    const dropped = [...(event.dataTransfer?.files ?? [])]
    if (cine) showFiles(dropped.map((file) => cine.pathForFile(file)).filter(Boolean))
  })
}
