/**
 * Who may import whom. Each rule says in plain words what it protects; `npm test` runs them over the project and over
 * samples of each violation that they must catch.
 */
const CONTEXT = 'decision|collection|disclosure|registry';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'wall',
      comment:
        'Deciding, collecting, disclosing and the register never import each other (APL-67, D235-3): they meet in libs/contracts.',
      severity: 'error',
      from: { path: `^libs/(${CONTEXT})/` },
      to: { path: `^libs/(${CONTEXT})/`, pathNot: '^libs/$1/', reachable: true },
    },
    {
      name: 'audit-knows-no-context',
      comment: 'The auditor is handed each context as a Replayable; it imports none, or it would share their mistakes.',
      severity: 'error',
      from: { path: '^libs/audit/' },
      to: { path: `^libs/(${CONTEXT})/`, reachable: true },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel is the ground of everything and stands on nothing of ours.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!kernel/)|apps/|test/)' },
    },
    {
      name: 'rulebook-is-pure',
      comment: 'Statutes as data and arithmetic on them: only the kernel and the words of the contracts.',
      severity: 'error',
      from: { path: '^libs/rulebook/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!(kernel|rulebook|contracts)/)|apps/|test/)' },
    },
    {
      name: 'contracts-know-no-context',
      comment: 'The door in the wall opens to nobody in particular.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!(kernel|event-store|contracts)/)|apps/|test/)' },
    },
    {
      name: 'documents-know-no-case',
      comment:
        'Content in, bytes out: what a form is about, when it is made and where it is kept is told from outside.',
      severity: 'error',
      from: { path: '^libs/documents/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!(kernel|documents)/)|apps/|test/)|^node_modules/@nestjs/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The law is pure functions: kernel, rulebook, contracts and its own files; no Nest, no database, no I/O.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '.',
        pathNot: '^libs/(kernel|rulebook|contracts)/|^libs/$1/src/domain/|^libs/event-store/src/index\\.ts$',
      },
    },
    {
      name: 'domain-takes-only-words-from-the-store',
      comment: 'Of the event store the domain may name types (schemas of its events), never run anything.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/event-store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'controllers-know-application',
      comment: 'A controller is one line: it hands on to its handler or query and knows no adapter.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/api/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/event-store/src/(memory|postgres|eventstoredb)/|^node_modules/(pg|@eventstore/db-client)/' },
    },
    {
      name: 'adapters-of-the-store-are-its-own',
      comment: 'Only the event store speaks SQL to its tables or the wire protocol; everybody else speaks to the port.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/event-store/|\\.spec\\.ts$' },
      to: { path: '^node_modules/@eventstore/' },
    },
    {
      name: 'attachments-hide-their-store',
      comment: 'Where files are kept is known to libs/attachments alone; everybody else names a file by its digest.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/attachments/' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'platform-and-store-know-no-context',
      comment: 'The glue serves every context alike.',
      severity: 'error',
      from: { path: '^libs/(platform|event-store|projections|attachments)/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${CONTEXT}|audit)/` },
    },
    {
      name: 'one-door',
      comment: 'Each lib is entered by its src/index.ts.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/([^/]+)/', pathNot: '^test/support/[^/]+\\.ts$' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'one-door-for-test-support',
      comment: 'Test support opens databases for every spec: it may do so without loading the whole platform.',
      severity: 'error',
      from: { path: '^test/support/[^/]+\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/platform/src/database/index\\.ts$'] },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Apps are wiring around libs, never the reverse.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'no-circle',
      comment: 'A circle of files cannot be read from any end.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'What nobody imports is either dead or in the wrong room.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(apps|libs)/',
        pathNot:
          '\\.spec\\.ts$|/main\\.ts$|^apps/standalone/(src/[a-z-]+\\.ts|build-if-stale\\.mjs)$|\\.d\\.ts$|/api/pages/[a-z-]+\\.js$',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|var|coverage)/|^test/architecture/violations/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
