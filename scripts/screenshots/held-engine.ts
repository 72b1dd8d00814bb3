import type { Page, WebSocketRoute } from '@playwright/test'

type Mode = 'answers' | 'waits' | 'fails'

/** What the frame of the window needs also while a page waits or fails. */
const OF_THE_FRAME = ['lake.info', 'views.list']

/** What the engine says of a table that another program changed. */
const FAULT = {
  code: 'TABLE_ALTERED',
  message: 'curated/films/part-0.parquet is not the file that was published.',
  hint: '`cine runs publish previous` goes back to the run before.',
  details: {},
}

/**
 * Stands between the page and its engine, so that a page can be seen while an answer is on its way and after
 * one went wrong; else what the engine says is passed on as it is. Before the page is opened.
 */
export async function holdEngine(page: Page): Promise<{ set(mode: Mode): void }> {
  let mode: Mode = 'answers'
  await page.routeWebSocket(/\/engine$/, (socket: WebSocketRoute) => {
    const engine = socket.connectToServer()
    socket.onMessage((text) => {
      const message = JSON.parse(String(text))
      const isHeld = message.type === 'request' && !OF_THE_FRAME.includes(message.method)
      if (!isHeld || mode === 'answers') engine.send(text)
      else if (mode === 'fails') socket.send(JSON.stringify({ type: 'error', id: message.id, error: FAULT }))
    })
  })
  return { set: (next) => (mode = next) }
}
