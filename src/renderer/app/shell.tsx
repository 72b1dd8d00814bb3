import { AppShell } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../filters/filter-bar.tsx'
import { SaveViewDialog } from '../filters/save-view-dialog.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { EngineBanner } from './engine-banner.tsx'
import { useMenuCommands } from './menu-commands.ts'
import { PageOutlet } from './page-outlet.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { Tour } from './tour.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useWindowTitle } from './use-window-title.ts'

/** Of the two bars, when each is one line. */
const HEADER_HEIGHT = 92
/** Narrower (as at 200 %), the rail shows its signs only; the style sheets say the same. */
const NARROW = '54em'

/** The frame around every page. A page gets a box of the height that is left, and scrolls inside it. */
export function Shell() {
  const { t } = useTranslation()
  // In a narrow window the filters take more than one line.
  const { ref: header, height } = useElementSize<HTMLDivElement>()
  useWindowTitle()
  useShortcuts()
  useMenuCommands()
  return (
    <AppShell
      header={{ height: Math.max(HEADER_HEIGHT, Math.ceil(height)) }}
      navbar={{ width: { base: 52, [NARROW]: 104 }, breakpoint: 0 }}
      footer={{ height: 30 }}
      padding={0}
    >
      <button type="button" className={`visually-hidden ${classes.skip}`} onClick={focusContent}>
        {t('skip_to_content')}
      </button>
      <AppShell.Header className={classes.chrome}>
        <div ref={header}>
          <TopBar />
          <FilterBar />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={`${classes.chrome} ${classes.rail}`}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <EngineBanner />
        <div id="content" tabIndex={-1} className={classes.content}>
          <PageOutlet />
        </div>
      </AppShell.Main>
      <AppShell.Footer className={classes.chrome}>
        <StatusBar />
      </AppShell.Footer>
      <Palette />
      <ShortcutSheet />
      <AboutDialog />
      <SaveViewDialog />
      <Tour />
    </AppShell>
  )
}

/** A button, for a link would change the address, which is the page's. */
function focusContent() {
  document.getElementById('content')?.focus()
}
