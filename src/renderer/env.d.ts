/// <reference types="vite/client" />
import type { CineBridge } from '../preload/bridge.ts'

declare global {
  interface Window {
    /** Only in the desktop application; in a browser the page talks to the engine over a WebSocket. */
    readonly cine?: CineBridge
  }
}
