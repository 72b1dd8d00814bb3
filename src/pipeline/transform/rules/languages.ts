import type { Dialect } from '../dialect.ts'
import { joinedNames } from './lists.ts'

/** ISO 639-1, and TMDB's own `cn`: the languages that films are in. */
const NAME_OF = Object.fromEntries(
  `af Afrikaans|am Amharic|ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bm Bambara|bn Bengali|bo Tibetan
|bs Bosnian|ca Catalan|cn Cantonese|cs Czech|cy Welsh|da Danish|de German|dz Dzongkha|el Greek|en English
|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fr French|ga Irish|gd Scottish Gaelic
|gl Galician|gu Gujarati|ha Hausa|he Hebrew|hi Hindi|hr Croatian|ht Haitian Creole|hu Hungarian|hy Armenian
|id Indonesian|ig Igbo|is Icelandic|it Italian|iu Inuktitut|ja Japanese|jv Javanese|ka Georgian|kk Kazakh|km Khmer
|kn Kannada|ko Korean|ku Kurdish|ky Kyrgyz|la Latin|lb Luxembourgish|ln Lingala|lo Lao|lt Lithuanian|lv Latvian
|mg Malagasy|mi Maori|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese
|nb Norwegian|ne Nepali|nl Dutch|nn Norwegian|no Norwegian|or Odia|pa Punjabi|pl Polish|ps Pashto|pt Portuguese
|qu Quechua|ro Romanian|ru Russian|rw Kinyarwanda|sa Sanskrit|se Northern Sami|sh Serbo-Croatian|si Sinhala
|sk Slovak|sl Slovenian|sm Samoan|sn Shona|so Somali|sq Albanian|sr Serbian|st Sotho|sv Swedish|sw Swahili
|ta Tamil|te Telugu|tg Tajik|th Thai|ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|tr Turkish|tt Tatar|ug Uyghur
|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|wo Wolof|xh Xhosa|yi Yiddish|yo Yoruba|zh Chinese|zu Zulu`
    .replaceAll('\n', '')
    .split('|')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
)

/**
 * Languages by name, whatever list they came in: `English, French`. A code of two letters is told by its name, and is
 * unknown when it is none we know.
 */
export function languages(d: Dialect, raw: string): string {
  return joinedNames(d, raw, (item) => {
    const name = d.lookUp(NAME_OF, d.lower(item))
    return `CASE WHEN ${d.matches(item, '^[A-Za-z]{2}$')} THEN coalesce(${name}, '') ELSE ${item} END`
  })
}
