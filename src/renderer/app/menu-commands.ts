import { useEffect, useRef } from 'react'
import { useCommands } from './commands.tsx'

/** Does what the native menus ask, by the commands of the same names. */
export function useMenuCommands(): void {
  const commands = useCommands()
  const latest = useRef(commands)
  latest.current = commands
  useEffect(
    () => window.cine?.onCommand((id) => latest.current.find((command) => command.id === id)?.run()),
    [],
  )
}
