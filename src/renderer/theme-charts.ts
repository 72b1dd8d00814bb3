/**
 * One palette for every chart: Okabe and Ito's, which survives the common kinds of colour-blindness,
 * darkened for white paper and lightened for the dark so that each mark keeps a contrast of 3:1.
 */
export const chartColours = {
  light: {
    '--chart-1': '#0072b2',
    '--chart-2': '#d55e00',
    '--chart-3': '#00875f',
    '--chart-4': '#b8588f',
    '--chart-5': '#b97a00',
    '--chart-6': '#2a8fca',
    '--chart-7': '#857400',
    '--chart-8': '#5c6370',
    '--chart-grid': '#e9ebef',
    '--chart-axis': '#5f6774',
    '--chart-muted': '#c3c8d1',
    '--chart-positive': '#00875f',
    '--chart-negative': '#c8441b',
  },
  dark: {
    '--chart-1': '#4ba3e3',
    '--chart-2': '#f08a4b',
    '--chart-3': '#35c296',
    '--chart-4': '#dd94c0',
    '--chart-5': '#eab047',
    '--chart-6': '#86caf1',
    '--chart-7': '#e2d64d',
    '--chart-8': '#a4abb8',
    '--chart-grid': '#2b2e35',
    '--chart-axis': '#9aa1ae',
    '--chart-muted': '#4a4e59',
    '--chart-positive': '#35c296',
    '--chart-negative': '#f08a6b',
  },
} as const
