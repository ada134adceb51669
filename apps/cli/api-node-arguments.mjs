/** Arguments of Node for running the API process. */
export const API_NODE_ARGUMENTS = [
  // Responses in progress are short-lived objects. A larger young generation avoids copying them repeatedly.
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  // Without this option, V8 allocates objects that survive under load directly in the old generation, where they keep
  // everything that they reference in memory.
  '--no-allocation-site-pretenuring',
  '--import',
  './dist/apps/api/source-maps.js',
  'dist/apps/api/main.js',
];
