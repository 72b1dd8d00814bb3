import { useEffect, useState } from 'react'
import { choosePaths } from './chosen-files.ts'

/** Takes files dropped anywhere on the window; true while some are held over it. */
export function useFileDrop(): boolean {
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      // Without this the window would open the file itself.
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setDropping(false)
      const { cine } = window
      const dropped = [...(event.dataTransfer?.files ?? [])]
      if (cine) void choosePaths(dropped.map((file) => cine.pathForFile(file)).filter(Boolean))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return dropping
}
