/** The rules of the house (CONTRIBUTING.md): who may import whom. Checked by `npm run check:deps`. */

/** The rooms of the engine, from the top down: a room imports only rooms after it. */
const LEVELS = [
  ['cli'],
  ['host'],
  ['engine.ts'],
  ['runs'],
  ['engines'],
  ['cluster'],
  ['query', 'reports', 'quality'],
  ['contributions', 'mapping', 'views'],
  ['transform', 'ingest', 'kaggle'],
  ['sources'],
  ['settings'],
  ['lake'],
  ['duck'],
]
/** What is open to every room. */
const CONTRACT = ['api.ts', 'api', 'protocol.ts', 'errors.ts', 'resources.ts']

const asPattern = (entry) => (entry.endsWith('.ts') ? entry.replace('.', '\\.') : `${entry}/`)
const inPipeline = (entries) => `^src/pipeline/(${entries.map(asPattern).join('|')})`

const downwards = LEVELS.slice(1).map((level, index) => ({
  name: `rooms-import-downwards: ${level.join(', ')}`,
  comment: 'A room imports only the rooms below it, in the order of LEVELS.',
  severity: 'error',
  from: { path: inPipeline(level) },
  to: { path: inPipeline(LEVELS.slice(0, index + 1).flat()) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'rooms-by-their-front-door',
      comment: 'Another room is its index.ts; lake and duck are libraries whose files are imported directly.',
      severity: 'error',
      from: { path: '^src/(?:main|preload|pipeline/([^/.]+))(?:/|$)', pathNot: '^src/pipeline/(lake|duck)/' },
      to: {
        path: '^src/pipeline/[^/]+/.+',
        pathNot: [
          '^src/pipeline/$1/',
          '^src/pipeline/(lake|duck)/',
          '^src/pipeline/[^/]+/(web/)?index\\.ts$',
        ],
      },
    },
    {
      name: 'engine-by-the-front-doors',
      severity: 'error',
      from: { path: '^src/pipeline/[^/]+\\.ts$' },
      to: {
        path: '^src/pipeline/[^/]+/.+',
        pathNot: ['^src/pipeline/(api|lake|duck|runs)/', '^src/pipeline/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'contract-stands-alone',
      comment: 'Everything imports the contract; it imports nothing but itself and zod.',
      severity: 'error',
      from: { path: inPipeline(CONTRACT) },
      to: { path: '^src/', pathNot: inPipeline(CONTRACT) },
    },
    {
      name: 'contract-by-its-front-door',
      comment: 'The files of api/ are parts of api.ts.',
      severity: 'error',
      from: { path: '^(src|tests|bench)/', pathNot: '^src/pipeline/api(/|\\.ts$)' },
      to: { path: '^src/pipeline/api/' },
    },
    {
      name: 'pipeline-is-plain-node',
      comment: 'The engine runs in a terminal, in a browser’s server and in tests: no Electron, no React.',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: {
        path: ['^src/(main|preload|renderer)/', '(^|/)node_modules/(electron|react|react-dom|@mantine)(/|$)'],
      },
    },
    {
      name: 'renderer-only-shows-and-asks',
      comment: 'The page takes types from the contract and from the bridge, nothing else from outside.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: {
        path: '^src/(pipeline|main|preload)/',
        pathNot: '^src/(pipeline/(api|errors|protocol)|preload/bridge)\\.ts$',
      },
    },
    {
      name: 'renderer-takes-types-only',
      comment: 'The contract’s code (zod) and everything behind it stays out of the page.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(pipeline|preload)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-is-thin',
      comment: 'Windows, menus and messages: of the engine it sees its host and the contract.',
      severity: 'error',
      from: { path: '^src/main/' },
      to: {
        path: '^src/(pipeline|renderer)/',
        pathNot: '^src/pipeline/(host/index|api|protocol|errors)\\.ts$',
      },
    },
    {
      name: 'preload-is-a-bridge',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/(pipeline|main|renderer)/', pathNot: '^src/pipeline/(api|protocol|errors)\\.ts$' },
    },
    {
      name: 'preload-takes-types-only',
      comment: 'A sandboxed preload has no modules to load: types of the contract only.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/pipeline/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-needs-the-benchmarks',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'A misspelt or missing import would otherwise slip through every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'What main and the engine load must be in `dependencies`.',
      severity: 'error',
      from: { path: '^src/(main|pipeline)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/electron/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
