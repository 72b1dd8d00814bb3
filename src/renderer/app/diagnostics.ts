import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { engine } from '../bridge/engine.ts'
import { saveFile } from '../charts/export/save.ts'
import { errorNotice } from '../components/error-text.ts'

/** Saves what a report of a fault needs as one JSON file; what is in it is decided by the engine and by main. */
export async function saveDiagnostics(): Promise<void> {
  try {
    const [found, events] = await Promise.all([
      engine.request('diagnostics.get', {}),
      window.cine?.studioEvents() ?? [],
    ])
    const { cine } = window
    const seen = {
      host: cine ? 'electron' : 'browser',
      versions: cine?.versions ?? null,
      language: i18next.language,
      theme: document.documentElement.dataset.mantineColorScheme ?? null,
      width: window.innerWidth,
      height: window.innerHeight,
      pixel_ratio: window.devicePixelRatio,
      events,
    }
    const day = found.made_at.slice(0, 10)
    const text = JSON.stringify({ ...found, window: seen }, null, 2)
    saveFile(`cine-diagnostic-${day}.json`, text, 'application/json')
  } catch (error) {
    notifications.show({ color: 'red', message: errorNotice(error) })
  }
}
