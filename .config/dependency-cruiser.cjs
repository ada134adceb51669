const { GROUND, FEATURES, REFERENCE_DATA, LOADS_ITS_CATALOGUE } = require('./arrows.cjs');

const LIBS = [...GROUND, ...FEATURES];
const any = (names) => `(${names.join('|')})`;

const arrows = LIBS.slice(0, -1).map((lib, at) => ({
  name: `arrow-${lib}`,
  severity: 'error',
  comment: `${lib} stands below ${LIBS.slice(at + 1).join(', ')}`,
  from: { path: `^libs/${lib}/` },
  to: { path: `^libs/${any(LIBS.slice(at + 1))}/` },
}));

/** A pattern for exactly these files. */
const exactly = (paths) => `^${any(paths.map((path) => path.replaceAll('.', '\\.')))}$`;

const libs = [
  ...arrows,
  {
    name: 'unlisted-lib',
    severity: 'error',
    comment: 'A new library takes its place in this array first.',
    from: {},
    to: { path: '^libs/', pathNot: `^libs/${any(LIBS)}/` },
  },
  {
    name: 'libs-know-no-app',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^(apps|test)/' },
  },
  {
    name: 'no-barrel',
    severity: 'error',
    comment: 'Name the file that you mean.',
    from: {},
    to: { path: '^libs/.*/index\\.ts$' },
  },
  {
    name: 'between-libs-by-hash',
    severity: 'error',
    comment: "Between libraries write '#lib/file.js'; './' is for neighbours.",
    from: { path: '^(libs/[^/]+|apps)/' },
    to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'doors-of-a-feature',
    severity: 'error',
    comment: 'Of a feature, other libraries see modules, services, entities, views and events.',
    from: { path: '^libs/([^/]+)/' },
    to: {
      path: `^libs/${any(FEATURES)}/`,
      pathNot: [
        '^libs/$1/',
        '\\.(module|service|entity|view|events)\\.ts$',
        exactly(REFERENCE_DATA),
      ],
    },
  },
];

/** Matches the files whose words are in a catalogue. */
const filesOf = (name) =>
  `^apps/web/src/${any(require(`../apps/web/src/locales/of-${name}.json`))}`;

/** What is said only on some pages, and loaded with them; `loadedBy` names the catalogues that are loaded after it. */
const saidOnly = (name, ...loadedBy) => {
  const within = filesOf(name);
  const froms = [within, ...loadedBy.map(filesOf), exactly(LOADS_ITS_CATALOGUE)];
  return {
    name: `web-of-${name}`,
    severity: 'error',
    comment: `Its words are in a catalogue that is loaded with its pages: see locales/of-${name}.json.`,
    from: { path: '^apps/web/src/', pathNot: froms },
    to: { path: within, dependencyTypesNot: ['type-only'] },
  };
};

const WEB = ['(ui|lib|locales)', 'features', 'pages', 'app'];
const web = [
  {
    name: 'web-stands-alone',
    severity: 'error',
    from: { path: '^apps/web/' },
    to: { path: '^(libs|test|apps/(api|worker|cli))/' },
  },
  ...WEB.slice(0, -1).map((layer, at) => ({
    name: `web-arrow-${at + 1}`,
    severity: 'error',
    comment: 'ui, lib → features → pages → app',
    from: { path: `^apps/web/src/${layer}/` },
    to: { path: `^apps/web/src/${any(WEB.slice(at + 1))}/` },
  })),
  {
    name: 'web-features-are-strangers',
    severity: 'error',
    comment: 'What two features need is ui or lib; what joins them is a page.',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  saidOnly('duties', 'settings'),
  saidOnly('settings'),
  saidOnly('people', 'coalitions'),
  saidOnly('coalitions'),
  saidOnly('support', 'cases'),
  saidOnly('cases'),
  saidOnly('channel'),
  saidOnly('frame'),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...libs,
    ...web,
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test/laws/bad)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
