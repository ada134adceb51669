/**
 * Environment of the API process. By default glibc gives most threads an arena of their own: that costs an idle process
 * 15 MB more.
 */
export const API_NODE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

/** Arguments of Node for running the API process. */
export const API_NODE_ARGUMENTS = [
  // Responses in progress are short-lived objects. A larger young generation avoids copying them repeatedly.
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  // Without this option, V8 allocates objects that survive under load directly in the old generation, where they keep
  // everything that they reference in memory.
  '--no-allocation-site-pretenuring',
  '--expose-gc', // For one collection after the start; see docs/adr/0060.
  '--import',
  './dist/apps/api/source-maps.js',
  'dist/apps/api/main.js',
];
