import { create } from 'zustand'

/** What lies over every page, one at a time. */
export type DialogName = 'shortcuts' | 'about' | 'save-view'

export const useDialog = create<{ open: DialogName | null }>()(() => ({ open: null }))

export const openDialog = (open: DialogName) => useDialog.setState({ open })
export const closeDialog = () => useDialog.setState({ open: null })
