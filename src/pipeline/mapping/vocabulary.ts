/** Words by whose values a column can be told, folded: lower case, letters only. */

export const GENRES = words(`
  action adventure animation animated biography comedy crime documentary documentaries drama family fantasy
  filmnoir noir gameshow history historical horror music musical musicalperformingarts mystery news realitytv
  romance scifi sciencefiction sciencefictionfantasy short sport sports sportsfitness talkshow thriller suspense
  mysterysuspense tvmovie war western adult kidsfamily kids artfilm arthouse arthouseinternational classics cult
  cultmovies anime faith faithspirituality gaylesbian lgbtq specialinterest television holiday biopic superhero
  comedie drame aventure policier guerre historique fantastique animationfilm romantique epouvante horreur
  comedia accion aventura terror suspenso musicale thrillers romanticcomedy blackcomedy actionadventure
  nature lifestyle variety foreign independent stage
  sciencefictions documentaire biographie biopic mystere suspens espionnage catastrophe judiciaire peplum courtmetrage
  komodie liebesfilm romanze krimi dokumentation dokumentarfilm dokumentarfilme kriegsfilm abenteuer musikfilm historie
  historienfilm zeichentrick kinderfilm familienfilm heimatfilm horrorfilm actionfilm kriminalfilm abenteuerfilm
  crimen documental animacion fantasia cienciaficcion belico aventuras historico misterio romantica romantico musica
  intriga policiaca policiaco infantil familiar deporte biografia cinenegro
  drammatico commedia azione sentimentale orrore poliziesco documentario animazione fantastico fantascienza guerra
  avventura storico giallo biografico famiglia spionaggio grottesco`)

/** TMDB's numbers of its genres. */
export const TMDB_GENRES = words('28 12 16 35 80 99 18 10751 14 36 27 10402 9648 10749 878 10770 53 10752 37')

/** Given names that are common among those who make films: some of them are in any list of people. */
export const GIVEN_NAMES = words(`
  john michael david james robert william richard thomas mark peter paul steven stephen george kevin brian jason
  jeff jeffrey scott eric andrew daniel chris christopher matthew anthony joe joseph tom tim timothy jim bob bill
  mike steve dan dave greg gary larry frank charles charlie henry edward ed jack sam samuel adam alex alexander
  alan allen ben benjamin nick nicholas patrick ryan sean simon jonathan jon josh joshua justin keith ken kenneth
  lee leonardo luke marc martin max neil nathan oliver oscar philip phil ray ron ronald roger russell ted terry
  tony victor walter wes will woody mary jennifer julia julie sarah kate katherine catherine elizabeth emma anna
  anne amy jessica nicole michelle lisa laura linda karen susan nancy helen jane jean jodie judy julianne kristen
  lauren lily maggie maria marie marion meg megan melissa meryl naomi natalie rachel rebecca robin rose ruth
  sandra scarlett sharon sofia sophie stephanie tina vanessa victoria amanda angela angelina barbara betty carol
  caroline charlotte christina claire diane emily eva grace hannah francois jacques pierre luc claude alain michel
  philippe louis olivier isabelle juliette audrey francesco paolo giuseppe marco antonio giovanni federico carlos
  jose juan luis miguel pedro javier guillermo alejandro alfonso diego gabriel pablo rafael roberto fernando
  hans werner wolfgang klaus jurgen lars ingmar sven erik nils ivan andrei sergei alexei vladimir boris yuri
  takashi hiroshi akira kenji hayao yoko li wang zhang chen jackie kim park lee amit raj sanjay anil salman shah
  ali omar mohammed ahmed bruce clint denzel morgan dustin harrison robin tyler spike quentin ridley guy danny
  douglas donald dennis derek craig colin cate bradley brad billy bryan carl casey cameron darren dean don ethan
  gene gerard harry howard hugh ian jay jeremy jerry jesse jimmy joel jordan jude keanu kurt matt mel nicolas
  owen raymond rob rupert seth shane stanley stuart sylvester todd travis vin vincent wayne zach`)

/** Words of names that are not those of people: firms and newspapers. */
export const FIRMS = words(`
  pictures picture studios studio films film filmworks entertainment media releasing bros brothers distribution
  cinema cinemas productions inc llc ltd company co international corporation group video home classics features
  artists press times news post tribune magazine daily journal herald review reviews weekly chronicle guardian
  observer telegraph globe star sun com net org blog online network tv radio bbc npr cnn ign movies movie critic
  city london york chicago angeles francisco today age independent express gazette network syndicate society
  university college`)

/** Words in the names of what publishes reviews. */
export const PRESS = words(`
  press times news post tribune magazine daily journal herald review reviews weekly chronicle guardian observer
  telegraph globe com net org blog online radio bbc npr movies film critic today independent express gazette
  variety syndicate reporter record examiner inquirer dispatch monitor bulletin mirror week voice`)

export const LANGUAGE_CODES = words(`
  en fr es de it ja zh cn ko hi ru pt ar sv da no nb fi nl pl cs hu el tr he fa th ta te ur bn uk ro is vi id la sr
  hr bg xx ml kn pa mr ca tl sw af sk sl et lv lt sq mk ka hy kk mn bo cy ga yi sh bs eu gl ms`)

export const KINDS = words(`
  movie film short feature featurefilm tvmovie tvseries tvepisode tvshort tvminiseries tvspecial series episode
  game video videogame show tvshow miniseries documentary special tvpilot`)

export const FRESHNESS = words('fresh rotten certifiedfresh')
export const SENTIMENTS = words('positive negative neutral pos neg')
export const YES_NO = words('true false yes no y n t f oui non vrai faux')
export const CREDIT_ROLES = words(`
  acting actor actress directing director writing writer cinematography editing music production producer
  title sound self cast crew scientific technical honorary special artdirection costume sci tech`)

export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Lower case, without accents, letters and digits only. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
