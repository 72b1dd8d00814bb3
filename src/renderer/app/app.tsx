import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { cssVariables, theme } from '../theme.ts'
import { queryClient } from './query-client.ts'
import { Shell } from './shell.tsx'

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} />
        <Shell />
      </QueryClientProvider>
    </MantineProvider>
  )
}
