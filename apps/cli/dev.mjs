// `npm run dev`: rebuilds server and web app when files change. Vite serves the page on port 4173 and forwards other
// requests to the server.
import { NODE_PATH, signalAllChildren, runProgram, printProgress, toolPath } from './processes.mjs';
import { GRAPHQL_CODEGEN_COMMAND } from './set-up.mjs';

/**
 * Runs the servers and builds until one of them ends, then stops the others. Returns the exit status of the process
 * that ended first.
 */
export async function runDevelopmentServers() {
  const nest = [
    toolPath('@nestjs/cli', 'nest'),
    'build',
    'api',
    '--watch',
    '--preserveWatchOutput',
  ];
  const vite = [toolPath('vite'), 'apps/web', '--host', '127.0.0.1'];
  printProgress('The page: http://127.0.0.1:4173');
  const parts = [
    runProgram(NODE_PATH, nest),
    runProgram(NODE_PATH, [
      '--watch-preserve-output',
      '--watch',
      '--import',
      './dist/apps/api/source-maps.js',
      'dist/apps/api/main.js',
    ]),
    runProgram(NODE_PATH, vite),
    runProgram(NODE_PATH, [
      GRAPHQL_CODEGEN_COMMAND(),
      '--watch',
      '--config',
      'apps/web/codegen.ts',
    ]),
  ];
  const status = await Promise.race(parts);
  signalAllChildren('SIGTERM');
  await Promise.all(parts);
  return status;
}
