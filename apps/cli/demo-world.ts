import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#database/data-source.js';
import { MovableClock } from '#kernel/clock.js';
import { type Config, readConfig } from '#kernel/config.js';
import { createApp } from '../api/create-app.js';
import type { Command } from './command.js';
import { makeWorld } from './demo/make/world.js';
import { withDatabase } from './with-database.js';

/** Fills an empty demo folder with fictional people, once. Done already: nothing happens. */
export const demoWorldCommand: Command = {
  words: 'demo world',
  help: 'fill the demo with fictional people, once',
  async run(_args, print) {
    const mark = join(readConfig().dataDir, 'demo-made');
    if (existsSync(mark)) return;
    const began = performance.now();
    await withDatabase(async (databaseUrl, config) => {
      await migrate(databaseUrl);
      await fill(databaseUrl, config, print);
    });
    writeFileSync(mark, 'Fictional data only.\n');
    print(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  },
};

async function fill(databaseUrl: string, config: Config, print: (line: string) => void) {
  const clock = new MovableClock();
  const quiet = { ...config, hasWorker: false, logLevel: 'silent' };
  const app = await createApp({ config: quiet, databaseUrl, clock });
  try {
    await app.init();
    await makeWorld(app, clock, (line) => print(`… demo world: ${line}`));
  } finally {
    await app.close();
  }
  // What was mailed while the world was played is no news to anybody.
  rmSync(join(config.dataDir, 'outbox'), { recursive: true, force: true });
}
