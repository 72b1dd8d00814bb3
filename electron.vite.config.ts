import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const source = (path: string) => resolve(import.meta.dirname, 'src', path)

/** The command line is built as well once it is there: an installed studio has no TypeScript sources. */
const commandLine = source('pipeline/cli/main.ts')
const cli: Record<string, string> = existsSync(commandLine) ? { cli: commandLine } : {}

export default defineConfig({
  main: {
    build: {
      // What the oldest Electron that is tested (33) runs; the engine's own Node is newer.
      target: 'node20.18',
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          engine: source('pipeline/host/engine-process.ts'),
          ...cli,
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      target: 'es2022',
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
})
