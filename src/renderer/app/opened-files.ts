import { choosePaths } from '../pages/home/chosen-files.ts'
import { navigate } from './router.ts'

/** Files that are opened with the studio are shown where files are chosen: nothing lands by itself. */
export function followOpenedFiles(): void {
  window.cine?.onOpenFiles(showFiles)
}

export function showFiles(paths: string[]): void {
  if (paths.length === 0) return
  navigate({ page: 'home' })
  void choosePaths(paths)
}
