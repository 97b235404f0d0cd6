// The direction in which things may depend on each other (CONTRIBUTING.md). Data flows the same way:
// organisation ← targets ← progress, budget ← scoring ← reports ← jobs; imports feed targets, and compare what a document says with what was scored.

/** Capabilities, each with those that it may use beside BASE and the audit log. */
const MAY_USE = {
  audit: [],
  organisation: [],
  auth: ['organisation', 'months', 'targets'],
  events: ['auth'],
  policies: [],
  settings: [],
  calendar: [],
  months: ['organisation', 'calendar'],
  health: [],
  targets: ['organisation', 'policies', 'months'],
  imports: ['calendar', 'organisation', 'targets', 'scoring', 'events', 'files'],
  files: [],
  backup: ['files'],
  evidence: ['targets', 'files', 'months'],
  progress: ['evidence', 'targets', 'policies', 'events', 'months'],
  budget: ['targets', 'months', 'progress'],
  scoring: ['targets', 'policies', 'months', 'progress', 'budget', 'events'],
  delivery: ['organisation', 'settings'],
  reminders: ['settings', 'organisation', 'calendar', 'months', 'delivery', 'targets', 'progress', 'scoring'],
  reports: [
    'organisation',
    'policies',
    'targets',
    'progress',
    'budget',
    'scoring',
    'calendar',
    'reminders',
    'delivery',
    'events',
    'files',
  ],
  'first-steps': ['calendar', 'delivery'],
  condition: ['auth', 'backup', 'calendar', 'delivery', 'reminders', 'reports'],
  'account-notices': ['organisation', 'auth', 'delivery', 'reminders'],
  'kept-about': [],
  'audit-heads': ['delivery', 'progress', 'reminders'],
  metrics: ['backup', 'condition'],
  tracing: [],
  jobs: ['auth', 'delivery', 'reminders', 'reports', 'files', 'scoring', 'backup', 'condition', 'audit-heads'],
  'sample-year': ['auth', 'organisation', 'imports', 'targets', 'progress', 'budget'],
};
/** What knows no capability. */
const BASE = ['domain', 'common', 'config', 'database'];

const capabilities = Object.entries(MAY_USE).map(([name, used]) => ({
  name: `${name}-uses-only-what-comes-before-it`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/[^/]+/', pathNot: `^src/(${[name, 'audit', ...used, ...BASE].join('|')})/` },
}));

/** The client's zones, each with those that it may use; main.tsx starts it. */
const WEB_ZONES = {
  app: ['features', 'components', 'period', 'i18n', 'api'],
  features: ['components', 'period', 'i18n', 'api'],
  components: ['period', 'i18n', 'api'],
  period: ['i18n', 'api'],
  i18n: [],
  api: ['i18n'],
};
const zones = Object.entries(WEB_ZONES).map(([name, used]) => ({
  name: `web-${name}-uses-only-zones-below-it`,
  severity: 'error',
  from: { path: `^web/src/${name}/` },
  to: { path: '^web/src/', pathNot: `^web/src/(${[name, ...used].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...capabilities,
    {
      name: 'domain-is-pure',
      comment: 'The web client imports it too: no framework, no I/O, no clock, no package at all.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'base-knows-no-capability',
      severity: 'error',
      from: { path: `^src/(${BASE.join('|')})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${BASE.join('|')})/` },
    },
    {
      name: 'controllers-and-jobs-go-through-services',
      severity: 'error',
      from: { path: '\\.(controller|job|command)\\.ts$' },
      to: { path: '\\.(repository)\\.ts$|^node_modules/typeorm/' },
    },
    {
      name: 'repositories-stay-inside-their-capability',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.spec\\.ts$|^src/app/' },
      to: { path: '\\.repository\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'nobody-imports-jobs-commands-or-app',
      comment: 'src/app puts everything together; main.ts, cli.ts and the commands start it.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/(jobs|commands|app)/' },
      to: { path: '^src/(jobs|commands|app)/' },
    },
    {
      name: 'web-imports-domain-and-types-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: '^src/domain/', dependencyTypesNot: ['type-only'] },
    },
    ...zones,
    {
      name: 'web-features-do-not-know-each-other',
      comment: 'What several of them show stands in features/shown.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/($1|shown)/' },
    },
    {
      name: 'web-names-the-domain-by-its-alias',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/domain/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'only-web-has-an-alias',
      comment: 'Vite puts it in place; node does not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['aliased'] },
    },
    {
      name: 'no-cycles',
      comment: 'Entities name each other in their relations, through arrow functions that run later.',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
