import { basename } from 'node:path';

/** Runs the well-behaved test file after each misbehaving one, in the same worker. */
export default class {
  shard(tests) {
    return tests;
  }

  sort(tests) {
    const good = tests.find(({ path }) => basename(path) === 'passes-after-each.ts');
    const bad = tests.filter((test) => test !== good);
    return bad.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap((test) => [test, good]);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
