/** Who may import whom. Features stand on those named here and on nothing else of the API. */
const pipeline = ['agencies', 'organizations', 'candidates', 'off-limits', 'searches', 'candidacies'];
const upTo = (feature) => pipeline.slice(0, pipeline.indexOf(feature) + 1);
const closing = ['poaching', 'offers', 'portal'];
const all = [...pipeline, 'documents', 'notes', 'tasks', 'call-lists', 'bulk', ...closing, 'team-moves', 'imports'];
const below = {
  ...Object.fromEntries(pipeline.map((feature, index) => [feature, pipeline.slice(0, index)])),
  documents: upTo('candidates'),
  notes: upTo('candidacies'),
  tasks: [...upTo('candidacies'), 'notes'],
  bulk: [...pipeline, 'notes', 'tasks'],
  'call-lists': [...upTo('candidacies'), 'notes', 'tasks'],
  ...Object.fromEntries(closing.map((feature) => [feature, [...pipeline, 'notes', 'tasks', 'call-lists']])),
  'team-moves': [...pipeline, 'notes', 'tasks', 'call-lists', ...closing],
  imports: upTo('off-limits'),
  notices: all,
  records: all,
  insights: all,
  exports: [...all, 'insights'],
  webhooks: [],
  audit: [],
};
const features = Object.keys(below);
const folder = (names) => `^apps/api/src/(${names.join('|')})/`;
const spec = '\\.spec\\.tsx?$';

const featureOrder = features.map((feature) => ({
  name: `${feature}-stands-on-what-is-below`,
  severity: 'error',
  from: { path: folder([feature]), pathNot: spec },
  to: { path: folder(features.filter((other) => other !== feature && !below[feature].includes(other))) },
}));

const kind = (name, from, forbidden) => ({
  name: `${name}-answers-its-one-question`,
  severity: 'error',
  from: { path: `^apps/api/src/[^/]+/[^/]+\\.${from}\\.ts$` },
  to: { path: `^apps/api/src/[^/]+/[^/]+\\.(${forbidden})\\.ts$` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@client/' },
    },
    {
      name: 'domain-stands-on-nothing',
      comment: 'Pure TypeScript, and two libraries that are pure too.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: spec },
      to: { pathNot: ['^libs/domain/', '^node_modules/(decimal\\.js|diff)/'] },
    },
    {
      name: 'platform-stands-on-domain',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: spec },
      to: { path: ['^apps/', '^libs/client/', '^test/'] },
    },
    {
      name: 'api-stands-on-domain-and-platform',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: spec },
      to: { path: ['^apps/web/', '^libs/client/', '^test/'] },
    },
    {
      name: 'web-stands-on-client-and-domain',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: spec },
      to: { path: ['^apps/api/', '^libs/platform/', '^test/'] },
    },
    {
      name: 'web-features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/([^/]+)/', pathNot: ['^apps/web/src/app/', spec] },
      to: { path: '^apps/web/src/[^/]+/', pathNot: '^apps/web/src/(($1|app|ui|locales)/|[^/]+/parts/)' },
    },
    {
      name: 'only-ui-imports-raw-overlays',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: ['^apps/web/src/(ui|app)/', spec] },
      to: { path: '^node_modules/@mantine/(modals|spotlight|notifications)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: ['^test/', spec] },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-that-runs-needs-a-development-package',
      severity: 'error',
      from: { path: '^(apps/api/src|libs/(domain|platform)/src)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-product-imports-demo-and-command-line',
      severity: 'error',
      from: { path: folder(features) },
      to: { path: '^apps/api/src/(demo/|cli\\.|main\\.|worker\\.|app\\.module)' },
    },
    {
      name: 'insights-and-exports-read-queries-alone',
      severity: 'error',
      from: { path: folder(['insights', 'exports']), pathNot: '\\.module\\.ts$' },
      to: { path: folder(all), pathNot: '\\.(queries|fields|module)\\.ts$' },
    },
    {
      name: 'a-parser-of-imports-stands-alone',
      severity: 'error',
      from: { path: '^apps/api/src/imports/formats/', pathNot: spec },
      to: { path: '^(apps|libs/platform)/', pathNot: '^apps/api/src/imports/formats/' },
    },
    kind('controller', 'controller', 'entity|reactions|job'),
    kind('queries', 'queries', 'service|controller|reactions|job'),
    kind('fields', 'fields', 'service|queries|controller|entity|reactions|job'),
    kind('dto', 'dto', 'service|queries|controller|entity|reactions|job|view'),
    kind('view', 'view', 'service|queries|controller|entity|reactions|job|dto'),
    kind('entity', 'entity', 'service|queries|controller|fields|dto|view|reactions|job'),
    kind('service', 'service', 'controller|reactions'),
    ...featureOrder,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
