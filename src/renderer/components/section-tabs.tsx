import type { Icon } from '@tabler/icons-react'
import type { PageName } from '../app/address.ts'
import { addressOf } from '../app/router.ts'
import { useFilters } from '../filters/store.ts'
import classes from './section-tabs.module.css'

export interface Section {
  name: string
  label: string
  icon: Icon
  /** Such as how many there are. */
  note?: string | undefined
}

/** The parts of a page as links, so that each can be opened by its address, copied, and gone back from. */
export function SectionTabs({
  page,
  current,
  label,
  sections,
}: {
  page: PageName
  current: string
  label: string
  sections: readonly Section[]
}) {
  // The links carry the filters along.
  useFilters()
  return (
    <nav className={classes.tabs} aria-label={label}>
      {sections.map(({ name, label: title, icon: Icon, note }) => (
        <a
          key={name}
          href={addressOf({ page, section: name })}
          className={classes.tab}
          aria-current={name === current ? 'page' : undefined}
          data-testid={`${page}-${name}`}
        >
          <Icon size={17} stroke={1.6} aria-hidden />
          {title}
          {note && <span className={classes.note}>{note}</span>}
        </a>
      ))}
    </nav>
  )
}
