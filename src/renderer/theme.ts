import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { chartColours } from './theme-charts.ts'

const iris: MantineColorsTuple = [
  '#f2f2fe',
  '#e2e3fb',
  '#c7c9f6',
  '#a9acf0',
  '#8d90ea',
  '#7276e0',
  '#5a5cd0',
  '#4a4bb8',
  '#3d3e98',
  '#30317a',
]

/** Cool greys for the light scheme. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7ec',
  '#d5d9e0',
  '#b8bec9',
  '#8b93a1',
  '#646c7a',
  '#4b525f',
  '#333945',
  '#1c2029',
]

/** `dark[7]` is what the window shows before the page is drawn (`main/window.ts`). */
const dark: MantineColorsTuple = [
  '#dcdfe6',
  '#b9bec9',
  '#a0a6b3',
  '#737a88',
  '#3d414b',
  '#2e3139',
  '#24262c',
  '#1a1b1e',
  '#141518',
  '#0f1012',
]

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: 6,
  colors: { iris, gray, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The colour is on the sign and the ground: a title in it is too pale to be read on them.
    Alert: { styles: { label: { color: 'var(--mantine-color-text)' } } },
  },
})

/** Surfaces, quiet text, and the colours of charts, in both schemes: all others are Mantine's. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-default-border': gray[3],
    '--surface-page': '#ffffff',
    '--surface-chrome': gray[0],
    '--surface-card': '#ffffff',
    '--surface-sunken': gray[0],
    '--surface-hover': gray[1],
    '--border-soft': gray[2],
    '--accent-text': iris[7],
    ...chartColours.light,
  },
  dark: {
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--surface-page': dark[7],
    '--surface-chrome': '#151619',
    '--surface-card': '#1f2125',
    '--surface-sunken': '#17181b',
    '--surface-hover': dark[5],
    '--border-soft': '#2b2d34',
    '--accent-text': iris[3],
    ...chartColours.dark,
  },
})
