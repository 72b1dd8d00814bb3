/**
 * The page on paper: in the desktop application as a file, in a browser by its own print dialog, which
 * proposes the title of the page as the name. The style sheets for print leave only the report.
 */
export async function printAsPdf(name: string): Promise<void> {
  if (window.cine) {
    await window.cine.savePdf(name)
    return
  }
  const { title } = document
  document.title = name.replace(/\.pdf$/, '')
  try {
    window.print()
  } finally {
    document.title = title
  }
}
