/** Hands a file to whoever looks: the browser puts it among the downloads, the desktop asks where to. */
export function saveFile(name: string, content: Blob | string, type: string): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Freed once the download has surely begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
