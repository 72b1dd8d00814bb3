/**
 * Words of headers in English, French, German, Spanish and Italian, folded, each under the English one that the rules
 * (phrases.ts, concepts.ts) are written in. What has several words comes first.
 */
const WORDS: Readonly<Record<string, string>> = {
  // What a film is called.
  title: 'titre, titulo, titolo, titel, filmtitel, filmtitle',
  name: 'nom, nombre, nome, names, noms',
  film: 'movie, pelicula, peliculas, filme, lungometraggio, largometraje, long metrage',
  original: 'originale, originel, orig, vo',
  'original title': 'originaltitel',
  // When it was shown, how long it is.
  year: 'annee, ano, anno, jahr, yr',
  'release year': 'erscheinungsjahr, produktionsjahr, filmjahr, kinojahr',
  release:
    'sortie, sorti, sorties, estreno, estrenada, estrenado, uscita, uscito, released, veroffentlichung, erschienen, erscheinung',
  premiere: 'premiered, opened, anteprima',
  'release date': 'kinostart, erscheinungsdatum, veroffentlichungsdatum, startdatum, erstauffuhrung',
  date: 'fecha, data, datum, day',
  theater: 'theatre, theatrical, cinema, cinemas, cine, cines, salle, salles, sala, kino, kinos',
  streaming: 'stream, digital, vod, dvd, home video',
  runtime:
    'run time, running time, duration, length, duree, duracion, durata, dauer, laufzeit, spieldauer, filmlange, spielzeit, lange',
  minute: 'min, mins, minutes, minuten, minuti, minutos, mn',
  hour: 'hours, hour, hrs, heures, heure, stunden, ore, horas, std',
  // What it is, where it is from.
  genre: 'genero, generos, genere, generi, gattung, filmgenre, genres',
  language: 'langue, langues, idioma, idiomas, lengua, lingua, lingue, sprache, sprachen',
  'original language': 'originalsprache',
  country:
    'countries, pays, pais, paises, paese, paesi, land, lander, nazione, nation, nationalite, nacionalidad, nazionalita, produktionsland, herkunftsland, origin',
  // Who made it.
  director:
    'mise en scene, directed by, directed, directrice, directora, directores, direccion, dirigida por, dirigido por, realisateur, realisateurs, realisatrice, realisation, realise par, cineaste, filmmaker, film maker, regie, regisseur, regisseure, regisseurin, regia, regista, registi, diretto da, diretto',
  writer:
    'written by, written, screenplay, screenwriter, script, scenariste, scenario, auteur, guion, guionista, guionistas, drehbuch, drehbuchautor, drehbuchautoren, sceneggiatura, sceneggiatore, sceneggiatori, scritto da, escrita por, ecrit par',
  actor:
    'tete d affiche, cast, casting, starring, star, actress, actrice, actriz, actore, acteur, acteurs, comedien, comedienne, interprete, interpreti, interpretes, distribution, avec, actores, reparto, elenco, protagonista, protagonisti, protagonistas, schauspieler, schauspielerin, schauspielerinnen, darsteller, darstellerin, besetzung, hauptdarsteller, attore, attori, attrice, attrici, featuring',
  // What people think of it.
  rating:
    'score, note, notes, nota, voto, valutazione, bewertung, wertung, puntuacion, calificacion, punteggio, evaluation, grade, mark, stars rating',
  vote: 'votes, votos, voti, stimmen, stimme, ballots',
  critic: 'critics, critique, critiques, presse, press, critica, criticas, kritik, kritiker, critici',
  audience: 'user, users, viewer, viewers, public, publico, pubblico, spectateur, spectateurs, publikum',
  percent: 'pct, percentage, pourcentage, prozent, porcentaje, percentuale',
  imdb: 'internet film database',
  tomato: 'rotten tomatoes, rottentomatoes, rt, tomatoes',
  metacritic: 'meta score, metascore, meta critic, metacritics, meta',
  // What it earned.
  gross:
    'box office, boxoffice, grosses, takings, earnings, recette, recettes, recaudacion, taquilla, ingresos, incasso, incassi, ricavi, einspielergebnis, einspiel, einnahmen, umsatz',
  revenue: 'revenues',
  world:
    'world wide, worldwide, worlwide, mondial, mondiale, mondiales, mondiali, mundial, weltweit, monde, mundo, mondo, welt, global, ww',
  home: 'domestic, north america, etats unis, estados unidos, stati uniti, us, usa',
  abroad:
    'foreign, overseas, international, intl, etranger, extranjero, estero, ausland, internacional, internazionale',
  dollar: 'usd, dollars, us dollar, us dollars',
  million: 'millions, mio, millionen, millones, milioni, mn usd, mln',
  thousand: 'thousands, milliers, tausend, miles de, migliaia',
  // How it is found.
  id: 'identifiant, identifier, kennung, identificador, identificativo',
  link: 'lien, enlace, url, uri, collegamento, adresse, address',
  main: 'lead, leading, principal, principale, principali, principales, principaux, primary, haupt, top, key',
  // What is landed and left aside.
  budget: 'presupuesto, costo, cout, couts, kosten, produktionskosten, cost, costs',
  plot: 'synopsis, sinopsis, sinossi, resume, trama, handlung, inhalt, histoire, argumento, descripcion, descrizione, beschreibung, storyline, logline, intrigue',
  poster: 'affiche, cartel, locandina, plakat, filmplakat, thumbnail, cover, trailer, vignette',
  rank: 'rang, ranking, classement, puesto, platz, posizione, posicion, position, nr, numero, nummer, peak',
  admission:
    'admissions, entrees, entradas, espectadores, besucher, zuschauer, presenze, spettatori, tickets, attendance',
  distributor:
    'distributeur, distribuidora, distributore, verleih, productora, produktionsfirma, producer, producteur',
  certificate: 'fsk, classification, clasificacion, age rating, freigabe, altersfreigabe',
}

const STOP = words(
  'de des du d le la les l el los las il lo gli der die das den of the a an in en on per par por von di da del della dans al au aux by to',
)
const ENGLISH = new Map(
  Object.entries(WORDS).flatMap(([english, others]) =>
    others.split(', ').map((other) => [other, english] as const),
  ),
)
const LONGEST = Math.max(...[...ENGLISH.keys()].map((words) => words.split(' ').length))
const KNOWN = new Set(Object.keys(WORDS).flatMap((english) => english.split(' ')))

/** Words in lower case as those of the rules: `annee de sortie` is `year release`, `acteurs principaux` `actor main`. */
export function inEnglish(text: string): { words: string[]; unknown: string[] } {
  const given = text.split(' ').filter((word) => word !== '')
  const found: string[] = []
  const unknown: string[] = []
  for (let at = 0; at < given.length; ) {
    const { english, length } = longest(given, at)
    if (english) found.push(...english.split(' '))
    else if (!STOP.has(given[at] as string)) unknown.push(given[at] as string)
    at += length
  }
  return { words: found, unknown }
}

/** The longest run of words from here on that is known, in English. */
function longest(given: readonly string[], at: number): { english: string | null; length: number } {
  for (let length = Math.min(LONGEST, given.length - at); length > 0; length--) {
    const part = given.slice(at, at + length).join(' ')
    for (const form of [part, part.replace(/s$/, '')]) {
      const english = ENGLISH.get(form) ?? (KNOWN.has(form) ? form : undefined)
      if (english) return { english, length }
    }
  }
  return { english: null, length: 1 }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
