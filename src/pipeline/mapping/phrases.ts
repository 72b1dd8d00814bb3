import type { Meaning, Unit } from '../sources/index.ts'

export type Phrase = readonly [pattern: RegExp, means: Meaning, score: number, unit?: Unit]

/**
 * Names that people give to columns, as words in lower case. The first that fits counts for its meaning; a name
 * may say several things.
 */
export const PHRASES: readonly Phrase[] = [
  [/^(imdb|tconst|imdb title|imdb film|const) ?(id|code|link|url|number|nr|ref)?s?$/, 'imdb_id', 0.9],
  [/^(movie imdb link|imdb title id|title id|film id|tt|movie id)$/, 'imdb_id', 0.55],
  [/^(rt|rotten tomatoes|rottentomatoes|tomato) (id|link|slug|page)$/, 'rt_id', 0.95],
  [/^(tomato|rt|rotten tomatoes) (url|address)$/, 'rt_address', 0.9],
  [/^(id|movie id|film id|tmdb id|code|key|uid)$/, 'own_id', 0.6],
  [
    /^(title|movie|film|movie title|film title|primary title|name|movie name|film name|titre|titulo|titel)$/,
    'title',
    0.9,
  ],
  [/^(titre (du )?film|nom (du )?film|english title|series title)$/, 'title', 0.9],
  [/^(original title|titre original|original name|titulo original)$/, 'original_title', 0.95],
  [
    /^(year|title year|start year|release year|released year|year of release|annee|annee de sortie|ano|jahr)$/,
    'year',
    0.95,
  ],
  [/^(type|title type|kind|format|category type)$/, 'kind', 0.6],
  [
    /^(released?|release date|released date|theater date|in theaters?|date published|premiere|opening)$/,
    'release_date',
    0.75,
  ],
  [
    /^((original |theatrical |theater )?release date( theaters?)?|date de sortie|theatrical release|in theaters date)$/,
    'release_date',
    0.95,
  ],
  [
    /^((streaming|dvd|digital|home)( release)? date|release date streaming|dvd|sortie (en )?dvd)$/,
    'streaming_date',
    0.9,
  ],
  [
    /^(runtime|run time|running time|duration|length|duree|duracion|minutes)( in)?( (min|mins|minutes?|m))?$/,
    'runtime_minutes',
    0.95,
  ],
  [
    /^(runtime|running time|duration|length|duree) (in )?(h|hours?|heures?)$/,
    'runtime_minutes',
    0.95,
    'hours',
  ],
  [/^(runtime|running time|duration|length) (in )?(s|secs?|seconds?)$/, 'runtime_minutes', 0.95, 'seconds'],
  [/^(main |primary |sub )?(genres?|generos?)( list| names?| ids?)?$/, 'genres', 0.95],
  [/^directors?( ids?)?$/, 'director_ids', 0.9],
  [/^writers?( ids?)?$/, 'writer_ids', 0.9],
  [
    /^(directors?|directed by|director names?|director \d|realisateurs?|realisation|mise en scene|regisseur)$/,
    'directors',
    0.95,
  ],
  [
    /^(writers?|written by|writer names?|authors?|screenplay|screenwriters?|scenaristes?|scenario|story by|guion)$/,
    'writers',
    0.9,
  ],
  [
    /^(actors?|cast|stars?|starring|actor names?|actor \d( name)?|star ?\d|main cast|acteurs?|distribution|casting)$/,
    'actors',
    0.95,
  ],
  [/^((original |spoken )?languages?|langues?( originale)?|idioma)( name)?$/, 'language', 0.9],
  [
    /^((production )?countr(y|ies)|pays( d origine)?|country of origin|origin|nationalite)( name)?$/,
    'country',
    0.9,
  ],
  [
    /^(audience|rt user|rotten ?tomatoes user|user|popcorn|viewers?) ?(score|rating|meter)?$/,
    'audience_score',
    0.8,
  ],
  [/^(audience (score|rating)|popcorn ?meter)$/, 'audience_score', 0.97],
  [
    /^(tomato ?meter|tomato ?meter (score|rating)|rotten ?tomatoes( score| rating| critics?)?|critics? (score|rating)|rt (score|rating)|rt)$/,
    'tomato_meter',
    0.95,
  ],
  [/^(metascore|meta ?score|metacritic( score| rating)?)$/, 'metascore', 0.97],
  [
    /^(imdb (rating|score|note)|imdb|average ?rating|avg vote|weighted average vote|note imdb|imdb user rating)$/,
    'imdb_rating',
    0.9,
  ],
  [/^(rating|score|notes?|user rating|mean rating)$/, 'imdb_rating', 0.4],
  [
    /^(imdb (num )?votes?|num(ber of)? ?votes?|numvotes|num voted users|imdb user vote count|votes? imdb|total votes?|no of votes)$/,
    'imdb_votes',
    0.9,
  ],
  [/^(votes?|nb votes?)$/, 'imdb_votes', 0.55],
  [
    /^(box ?office|gross|dom(estic)? ?gross|usa? gross( income)?|gross usa?|lifetime gross|domestic( box office| revenue)?|recettes?( usa)?)$/,
    'box_office_usd',
    0.9,
  ],
  [/^(foreign|international|intl|overseas|abroad)( ?gross| box office)?$/, 'box_office_abroad_usd', 0.93],
  [
    /^(world ?wide|global|world|total|cumulative)( ?gross( income)?| box office| revenue)$/,
    'box_office_worldwide_usd',
    0.93,
  ],
  [
    /^(revenue|int gross|intgross|worlwide gross income|box office worldwide|recettes mondiales)$/,
    'box_office_worldwide_usd',
    0.75,
  ],
  [/^(review|critic|comment) ?id$/, 'review_id', 0.95],
  [
    /^(critic|reviewer|critic name|reviewer name|author|user ?name|critique|journaliste)$/,
    'critic_name',
    0.9,
  ],
  [
    /^(publication|publisher|publication? name|publicatio name|publisher name|outlet|newspaper|journal|magazine|media)$/,
    'publication_name',
    0.95,
  ],
  [/^(is )?top critic$/, 'is_top_critic', 0.97],
  [/^((original|review|critic) (score|rating)|score|rating|stars?|note)$/, 'score_raw', 0.5],
  [/^((original|review) (score|rating))$/, 'score_raw', 0.9],
  [/^(score )?sentiment$/, 'score_sentiment', 0.9],
  [/^(review (state|type|status)|fresh|freshness|verdict)$/, 'review_state', 0.9],
  [/^(review|review text|review content|quote|text|content|comment|body|critique|avis)$/, 'review_text', 0.8],
  [/^(review )?(url|link|address)$/, 'review_url', 0.75],
  [/^(creation date|created( at)?|review date|date|published( at)?|timestamp)$/, 'created_at', 0.8],
  [/^(class|role|job|credit role|department|canonical ?category)$/, 'credit_role', 0.5],
  [/^(nominees?|credit names?|persons?|people)$/, 'credit_names', 0.6],
]

/** Names of what is landed and left aside: such a column is not to be guessed by its values. */
export const ASIDE =
  /\b(vote average|vote count|budgets?|plot|synopsis|overview|description|summary|tagline|poster|image|picture|color|aspect|facebook|likes|popularity|keywords?|homepage|website|studio|distributor|production company|sound|rated|certificates?|content rating|rating contents|mpaa|consensus|info|awards?|note text|rank|currency|count|status|norm|round|difference|code|adult|period|decade|binary|test|ceremony|category|winner|citation|num|number|facenumber|user|index|response|nominee ids|collection|isbn|season|episode|end year|profits?|roi|margin|opening weekend|(?:scraped|crawled|retrieved|fetched|updated|modified|added|watched|imported|accessed)(?: at| on)?|(19|20)\d\d)\b/
