// `npm run dev`: rebuilds server and web app when files change. Vite serves the page on port 4173 and forwards other
// requests to the server.
import { NODE, kill, run, say, tool } from './processes.mjs';
import { CODEGEN } from './set-up.mjs';

/** Runs until one part ends, then stops the others. Returns the exit status of the first. */
export async function dev() {
  const nest = [tool('@nestjs/cli', 'nest'), 'build', 'api', '--watch', '--preserveWatchOutput'];
  const vite = [tool('vite'), 'apps/web', '--host', '127.0.0.1'];
  say('The page: http://127.0.0.1:4173');
  const parts = [
    run(NODE, nest),
    run(NODE, [
      '--watch-preserve-output',
      '--watch',
      '--import',
      './dist/apps/api/source-maps.js',
      'dist/apps/api/main.js',
    ]),
    run(NODE, vite),
    run(NODE, [CODEGEN(), '--watch', '--config', 'apps/web/codegen.ts']),
  ];
  const status = await Promise.race(parts);
  kill('SIGTERM');
  await Promise.all(parts);
  return status;
}
