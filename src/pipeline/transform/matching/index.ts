/** Which records of different sources are one film. */
export { ambiguousStatement } from './ambiguous.ts'
export { decidedOf, type MatchDecision } from './decisions.ts'
export { hasTitles, placeStatements } from './place-others.ts'
export { matchStatements } from './rt-imdb.ts'
