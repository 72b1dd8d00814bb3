import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/global.css'
import './styles/print.css'
import './i18n/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followAddress } from './app/address-sync.ts'
import { App } from './app/app.tsx'
import { followEngine } from './app/engine-events.ts'
import { followDrops } from './app/file-drop.ts'
import { followRuns } from './app/follow-runs.ts'
import { followOpenedFiles } from './app/opened-files.ts'

followAddress()
followEngine()
followRuns()
followOpenedFiles()
followDrops()

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
