import { program } from './programs.mjs';

/** The path of a Redis server, for the tests of several nodes; each starts one of its own. */
export const redis = () =>
  program({
    title: 'Redis',
    variable: 'REDIS_SERVER',
    names: ['redis-server', 'valkey-server'],
    debian: 'redis-server',
  });
