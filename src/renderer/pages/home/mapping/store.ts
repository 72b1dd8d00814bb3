import { create } from 'zustand'
import type { Recognition } from '../../../../pipeline/api.ts'

/** The file whose columns are being told; null when the window is closed. */
export const useMapping = create<{ file: Recognition | null }>()(() => ({ file: null }))

export const openMapping = (file: Recognition) => useMapping.setState({ file })
export const closeMapping = () => useMapping.setState({ file: null })
