import { folded, words } from './vocabulary.ts'

/** The tongues that headers and values are read in. */
const TONGUES = ['en', 'fr', 'de', 'es', 'it'] as const

/** What ICU calls countries or languages in each of the tongues, folded. */
function called(type: 'region' | 'language', codes: readonly string[]): string[] {
  return TONGUES.flatMap((tongue) => {
    const names = new Intl.DisplayNames([tongue], { type, fallback: 'none' })
    return codes.flatMap((code) => names.of(code) ?? []).map(folded)
  })
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))

/** Made when first asked for: it takes a while. */
export const languages = once(
  () =>
    new Set([
      ...called('language', PAIRS),
      ...words(`
  mandarin cantonese farsi none silent gaelic aboriginal maya englishunitedkingdom englishaustralia englishcanada
  englishunitedstates frenchfrance frenchcanada spanishspain portuguesebrazil bokmal unknownlanguage tagalog flemish`),
    ]),
)

/** Made when first asked for: it takes a while. */
export const countries = once(
  () =>
    new Set([
      ...called(
        'region',
        PAIRS.map((pair) => pair.toUpperCase()),
      ),
      ...words(`
  usa us uk gb eu unitedstatesofamerica westgermany eastgermany hongkong southkorea northkorea sovietunion ussr urss
  czechrepublic czechoslovakia yugoslavia turkey macedonia england scotland palestine ivorycoast etatsunisdamerique
  eeuu estadosunidosdeamerica grandebretagne granbretagna granbretana inghilterra allemagnedelouest coreedusud coreadelsur
  coreadelsud sudkorea statiunitidamerica`),
    ]),
)

function once(make: () => ReadonlySet<string>): () => ReadonlySet<string> {
  let made: ReadonlySet<string> | undefined
  return () => {
    made ??= make()
    return made
  }
}
