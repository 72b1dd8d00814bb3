import type { Dialect } from '../dialect.ts'
import { fold } from '../rules/fold.ts'

const PARTICLE = '(?:de|del|della|di|da|dos|du|der|den|van|von|le|la|el|al|st|mc|mac|o|ben|bin|ter|ten)'

/**
 * The names of a list as they are compared across sites, two for each: first letter and family name (`Erik Canuel`
 * is `Eric Canuel`), and all words in alphabetical order (`Wong Kar-wai` is `Kar Wai Wong`).
 */
export function peopleKeys(d: Dialect, names: string): string {
  const folded = d.transform(names, (name) =>
    d.replaceAll(fold(d, name), ' (?:jr|sr|junior|senior|ii|iii|iv)$', ''),
  )
  const family = d.transform(folded, (name) => {
    const last = d.extract(name, `((?: ${PARTICLE})* [^ ]+|^[^ ]+)$`, 1)
    return `substr(${name}, 1, 1) || '.' || replace(${last}, ' ', '')`
  })
  const sorted = d.transform(folded, (name) => d.join(d.sorted(d.split(name, ' ')), ' '))
  return `CASE WHEN ${names} IS NULL THEN ${d.emptyList()} ELSE ${d.concatLists(family, sorted)} END`
}
