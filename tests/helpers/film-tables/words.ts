/** What invented films are made of. */
const words = (text: string) => text.trim().split(/\s+/)

export const GIVEN = words(`
  John Maria Akira Sofia Pedro Claire Ingmar Hanna Marco Yasmin Wei Priya Tomas Olga Ken Nadia Luis Greta Idris
  Agnes Bong Lucrecia Paolo Elena Werner Chantal Andrei Mira Steve Anne Jean Michael Julie Carlos Emma David`)
export const FAMILY = words(`
  Keller Duval Okafor Tanaka Rossi Lindqvist Moreau Haddad Novak Silva Bergstrom Costa Weber Ivanova Nakamura
  Laurent Petrov Mendes Larsen Okonkwo Vidal Schmidt Ferrari Dumont Castillo Hughes Carter Bianchi Meyer Sato
  Rahman Leclerc O'Hara Van-Dijk Kowalski Green`)
export const NOUNS = words(`
  River Garden Winter Mirror Harbor Witness Orchard Engine Letter Shadow Island Lantern Harvest Stranger Bridge
  Summer Promise Valley Tide Carousel Violin Thief Lighthouse Station Daughter Empire Silence Fever Horizon Wolf
  Kitchen Parade Sister Crossing Echo Machine Desert Balcony Circus Neighbour`)
export const ADJECTIVES = words(
  'Last Broken Hidden Golden Quiet Endless Burning Lost Little Savage Silent Perfect',
)
export const PLACES = words(
  'Lisbon Winter Manhattan Kyoto Paradise Berlin Texas Marseille Autumn Buenos-Aires',
)
export const FOREIGN = words(`
  Été Rivière Jardín Año Über Mädchen Vögel Città Più Señora Träume Noche Fenêtre Königin Perché Niño Schön Forêt`)
export const GENRES = words(`
  Drama Comedy Action Thriller Romance Horror Crime Documentary Animation Fantasy Sci-Fi War Western Mystery
  Adventure Music History`)
export const COUNTRIES = ['USA', 'USA', 'USA', 'France', 'Germany', 'Italy', 'Spain', 'Japan', 'UK', 'India']
export const LANGUAGE_OF: Record<string, string> = {
  France: 'French',
  Germany: 'German',
  Italy: 'Italian',
  Spain: 'Spanish',
  Japan: 'Japanese',
  India: 'Hindi',
}
export const GENRE_IN: Record<'fr' | 'de' | 'es' | 'it', Record<string, string>> = {
  fr: {
    Drama: 'Drame',
    Comedy: 'Comédie',
    Horror: 'Horreur',
    Crime: 'Policier',
    Documentary: 'Documentaire',
    Fantasy: 'Fantastique',
    'Sci-Fi': 'Science-fiction',
    War: 'Guerre',
    Adventure: 'Aventure',
    Music: 'Musical',
    History: 'Historique',
    Mystery: 'Mystère',
  },
  de: {
    Drama: 'Drama',
    Comedy: 'Komödie',
    Romance: 'Liebesfilm',
    Crime: 'Krimi',
    Documentary: 'Dokumentarfilm',
    'Sci-Fi': 'Science-Fiction',
    War: 'Kriegsfilm',
    Adventure: 'Abenteuer',
    Music: 'Musikfilm',
    History: 'Historie',
    Animation: 'Animation',
    Horror: 'Horror',
    Mystery: 'Mystery',
    Western: 'Western',
    Fantasy: 'Fantasy',
  },
  es: {
    Drama: 'Drama',
    Comedy: 'Comedia',
    Action: 'Acción',
    Thriller: 'Suspense',
    Romance: 'Romance',
    Horror: 'Terror',
    Crime: 'Crimen',
    Documentary: 'Documental',
    Animation: 'Animación',
    Fantasy: 'Fantasía',
    'Sci-Fi': 'Ciencia ficción',
    War: 'Bélico',
    Adventure: 'Aventuras',
    Music: 'Musical',
    History: 'Histórico',
    Mystery: 'Misterio',
  },
  it: {
    Drama: 'Drammatico',
    Comedy: 'Commedia',
    Action: 'Azione',
    Romance: 'Sentimentale',
    Horror: 'Orrore',
    Crime: 'Poliziesco',
    Documentary: 'Documentario',
    Animation: 'Animazione',
    Fantasy: 'Fantastico',
    'Sci-Fi': 'Fantascienza',
    War: 'Guerra',
    Adventure: 'Avventura',
    Music: 'Musicale',
    History: 'Storico',
    Mystery: 'Giallo',
  },
}
export const COUNTRY_IN: Record<'fr' | 'de' | 'es' | 'it', Record<string, string>> = {
  fr: {
    USA: 'États-Unis',
    Germany: 'Allemagne',
    Italy: 'Italie',
    Spain: 'Espagne',
    Japan: 'Japon',
    UK: 'Royaume-Uni',
    India: 'Inde',
  },
  de: {
    France: 'Frankreich',
    Germany: 'Deutschland',
    Italy: 'Italien',
    Spain: 'Spanien',
    UK: 'Großbritannien',
    India: 'Indien',
  },
  es: {
    USA: 'Estados Unidos',
    France: 'Francia',
    Germany: 'Alemania',
    Italy: 'Italia',
    Spain: 'España',
    Japan: 'Japón',
    UK: 'Reino Unido',
  },
  it: {
    USA: 'Stati Uniti',
    France: 'Francia',
    Germany: 'Germania',
    Italy: 'Italia',
    Spain: 'Spagna',
    Japan: 'Giappone',
    UK: 'Regno Unito',
  },
}
