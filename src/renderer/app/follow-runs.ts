import i18next from 'i18next'
import { useJob } from './job-store.ts'
import { runNotice } from './run-notice.ts'

/** Tells of the end of a long run to whoever does not look at the window. */
export function followRuns(): void {
  useJob.subscribe(({ job }, { job: before }) => {
    const notice = runNotice(before, job)
    if (notice === null || document.hasFocus()) return
    const title = i18next.t(`shell:notice.${notice}`)
    const body = i18next.t(`shell:notice.${notice}_text`)
    if (window.cine) window.cine.notify(title, body)
    else markTab(title)
  })
}

/** A browser would have to ask for leave to notify: its tab says it until it is looked at. */
function markTab(title: string): void {
  const before = document.title
  document.title = `● ${title}`
  window.addEventListener(
    'focus',
    () => {
      if (document.title.startsWith('● ')) document.title = before
    },
    { once: true },
  )
}
