import { useEffect } from 'react'
import { ComparisonWindow } from './comparison/index.tsx'
import { DetailsDrawer } from './details/index.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { closeRun, useOpenRun } from './store.ts'

/** Whichever of a run's windows is open. */
export function RunWindows() {
  const { details, compared, publishing } = useOpenRun()
  // Coming back to the page, one begins anew.
  useEffect(() => closeRun, [])
  return (
    <>
      <DetailsDrawer run={details} />
      <ComparisonWindow pair={compared} />
      <PublishDialog run={publishing} />
    </>
  )
}
