import type { Dialect } from '../dialect.ts'
import { fold } from '../rules/fold.ts'

const PARTICLE = '(?:de|del|della|di|da|dos|du|der|den|van|von|le|la|el|al|st|mc|mac|o|ben|bin|ter|ten)'

/** What the suffixes of a name end in. */
const SUFFIX_ENDS = [' jr', ' sr', 'nior', 'ii', ' iv']

/**
 * The names of a list, folded and without `Jr.`; `peopleKeys` names them twice. `Müller` and `Mueller`, `Skarsgård` and
 * `Skarsgaard` are one: two vowels that stand for one are that one, also where they are two.
 */
export function foldedNames(d: Dialect, names: string): string {
  return d.transform(
    d.transform(
      d.transform(names, (name) => fold(d, name)),
      (name) => `CASE WHEN ${d.matches(name, 'aa|[aou]e')}
        THEN replace(${d.replaceAll(name, '([aou])e', '\\1')}, 'aa', 'a') ELSE ${name} END`,
    ),
    (name) => `CASE WHEN ${SUFFIX_ENDS.map((end) => `${name} LIKE '%${end}'`).join(' OR ')}
      THEN ${d.replaceAll(name, ' (?:jr|sr|junior|senior|ii|iii|iv)$', '')} ELSE ${name} END`,
  )
}

/**
 * Folded names as they are compared across sites, two for each: first letter and family name (`Erik Canuel` is
 * `Eric Canuel`), and all words in alphabetical order (`Wong Kar-wai` is `Kar Wai Wong`).
 */
export function peopleKeys(d: Dialect, folded: string): string {
  // Most names have two words: the second is the family's. Regular expressions are for the others only.
  const family = d.transform(folded, (name) => {
    const last = d.extract(name, `((?: ${PARTICLE})* [^ ]+|^[^ ]+)$`, 1)
    return `substr(${name}, 1, 1) || '.' || CASE WHEN ${name} LIKE '% % %' THEN replace(${last}, ' ', '')
      ELSE substr(${name}, instr(${name}, ' ') + 1) END`
  })
  const sorted = d.transform(folded, (name) => d.join(d.sorted(d.split(name, ' ')), ' '))
  return `CASE WHEN ${folded} IS NULL THEN ${d.emptyList()} ELSE ${d.concatLists(family, sorted)} END`
}

/** The family names among such keys. */
export function familyNames(d: Dialect, keys: string): string {
  return d.filter(
    d.transform(keys, (key) => `CASE WHEN substr(${key}, 2, 1) = '.' THEN substr(${key}, 3) ELSE '' END`),
    (name) => `${name} <> ''`,
  )
}
