import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

let css: Promise<string> | null = null

/** The window's font as a style sheet that carries it, read once. */
export function fontCss(): Promise<string> {
  css ??= Promise.all([face(latin), face(latinExtended)]).then((faces) => faces.join(''))
  return css
}

async function face(address: string): Promise<string> {
  const answer = await fetch(address)
  const data = await asDataUrl(await answer.blob())
  const range = address.includes('latin-ext') ? LATIN_EXTENDED : LATIN
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${data}) format('woff2');unicode-range:${range}}`
}

// The ranges of the two files, as their own style sheet gives them.
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2'))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
