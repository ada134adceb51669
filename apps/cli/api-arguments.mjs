/** What Node is started with to run the api. */
export const API_ARGUMENTS = [
  // Answers under way are young objects: with room for them the collector need not copy them again and again.
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
  // Else what outlives a collection or two under load is made old from then on, and keeps all that it points to.
  '--no-allocation-site-pretenuring',
  '--import',
  './dist/apps/api/source-maps.js',
  'dist/apps/api/main.js',
];
