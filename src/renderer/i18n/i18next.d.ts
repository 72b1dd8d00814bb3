import 'i18next'
import type { resources } from './resources.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    /** The French texts are the reference for keys and for what is filled into them. */
    resources: (typeof resources)['fr']
  }
}
