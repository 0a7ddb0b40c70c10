/**
 * Who may import whom. Every rule carries its reason; `architecture.test.ts` proves on a fixture that each one fires.
 * Paths are relative to the root of the repository.
 */
const webApps = 'shell|home|product|cart|checkout|profile|seller';
const testCode = '\\.test\\.tsx?$|/testing\\.ts$|/testing/';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  {
    name: 'no-circular',
    comment: 'A cycle means that neither file can be understood, tested or replaced alone.',
    severity: 'error',
    from: { pathNot: 'packages/db/src/generated' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'kernel-stands-alone',
    comment: 'Everything rests on the kernel; whatever it imported would be everywhere.',
    severity: 'error',
    from: { path: '^packages/kernel/' },
    to: { path: '^(packages|apps|prisma)/', pathNot: '^packages/kernel/' },
  },
  {
    name: 'platform-imports-kernel-only',
    comment: 'Database, tRPC and observability serve every domain and know none.',
    severity: 'error',
    from: { path: '^packages/(db|trpc|observability)/', pathNot: testCode },
    to: { path: '^(packages|apps|prisma)/', pathNot: '^packages/(db|trpc|observability|kernel)/' },
  },
  {
    name: 'domains-talk-through-events',
    comment: 'A domain can move to a process of its own only while it knows nothing of another but its events.',
    severity: 'error',
    from: { path: '^packages/domains/([^/]+)/' },
    to: { path: '^packages/domains/', pathNot: ['^packages/domains/$1/', '^packages/domains/[^/]+/src/events\\.ts$'] },
  },
  {
    name: 'domains-know-no-outside',
    comment: 'Adapters, workflows and apps depend on domains, never the other way round.',
    severity: 'error',
    from: { path: '^packages/domains/' },
    to: { path: '^(apps|prisma)/|^packages/(?!(kernel|observability|db|trpc|domains|testing)/)' },
  },
  {
    name: 'domains-use-no-sdk',
    comment: 'Outside systems are reached through ports; their SDKs live in adapters.',
    severity: 'error',
    // The frame of mails is react-email's: markup, and no outside system.
    from: {
      path: '^packages/domains/',
      pathNot: `^packages/domains/notifications/src/templates/frame\\.ts$|${testCode}`,
    },
    to: {
      path: 'node_modules/(next|next-auth|stripe|@paypal|inngest|fastify|ioredis|@opensearch-project|@aws-sdk|react|nodemailer|@prisma)/',
    },
  },
  {
    name: 'database-only-in-repositories',
    comment: 'Rules and use cases stay free of storage, so that they can be tested and moved.',
    severity: 'error',
    from: { path: '^packages/domains/[^/]+/src/', pathNot: `\\.repository\\.ts$|${testCode}` },
    to: { path: '^packages/db/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'trpc-only-in-routers',
    comment: 'A use case must be callable from a job, REST or gRPC as well.',
    severity: 'error',
    from: { path: '^packages/domains/[^/]+/src/(?!router/)', pathNot: testCode },
    to: { path: '^packages/trpc/|node_modules/@trpc/' },
  },
  {
    name: 'adapters-implement-ports',
    comment: 'An adapter knows the port it fills and the outside system, nothing else of ours.',
    severity: 'error',
    from: { path: '^packages/adapters/', pathNot: testCode },
    to: {
      path: '^packages/(?!(kernel|observability|adapters)/)|^apps/',
      pathNot: '^packages/domains/[^/]+/src/ports\\.ts$',
    },
  },
  {
    name: 'adapters-are-strangers',
    comment: 'Two adapters that know each other are one.',
    severity: 'error',
    from: { path: '^packages/adapters/([^/]+)/' },
    to: { path: '^packages/adapters/', pathNot: '^packages/adapters/$1/' },
  },
  {
    name: 'workflows-use-facades',
    comment: 'A workflow that reaches into a domain breaks when the domain changes inside.',
    severity: 'error',
    from: { path: '^packages/workflows/', pathNot: testCode },
    to: {
      path: '^packages/(db|trpc|adapters|api-client|api-contract|federation|ui|session)/|^apps/|^packages/domains/[^/]+/src/(router/|.*\\.repository\\.ts$)',
    },
  },
  {
    name: 'web-apps-are-thin',
    comment: 'A browser bundle must not contain a domain, the database or an adapter.',
    severity: 'error',
    from: { path: `^apps/(${webApps})/`, pathNot: testCode },
    to: { path: '^(packages|prisma)/', pathNot: '^packages/(ui|api-client|federation|session)/' },
  },
  {
    name: 'apps-are-strangers',
    comment: 'Five teams deploy without talking to each other; what they share is a package or a federated module.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'packages-import-no-app',
    comment: 'Apps compose packages.',
    severity: 'error',
    from: { path: '^packages/', pathNot: testCode },
    to: { path: '^apps/' },
  },
  {
    name: 'contract-is-types-in-the-client',
    comment: 'The root router is imported for its type alone; a value import would pull the server into the browser.',
    severity: 'error',
    from: { path: '^packages/api-client/', pathNot: testCode },
    to: { path: '^packages/(api-contract|domains|trpc)/', dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').ICruiseOptions} */
export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)(\\.next|dist|generated|public)/' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['types', 'import', 'node', 'default'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
  },
};
