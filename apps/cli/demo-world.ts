import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '#database/data-source.js';
import { MovableClock } from '#kernel/clock.js';
import { type Config, readConfig } from '#kernel/config.js';
import { createApp } from '../api/create-app.js';
import { type Command, UsageError } from './command.js';
import { createDemoWorld } from './demo/steps/demo-world.js';
import { withDatabase } from './with-database.js';

/** Fills an empty demo folder with fictional people. Does nothing if the folder is already filled. */
export const demoWorldCommand: Command = {
  words: 'demo world',
  help: 'fill the demo with fictional people, once',
  async run(_args, print) {
    const mark = join(readConfig().dataDir, 'demo-made');
    if (existsSync(mark)) return;
    const began = performance.now();
    await withDatabase(async (databaseUrl, config) => {
      if (!config.isDemo || config.databaseUrl)
        throw new UsageError('demo world: only npm run demo');
      await empty(databaseUrl);
      await migrate(databaseUrl);
      await fill(unhurried(databaseUrl), config, print);
    });
    writeFileSync(mark, 'Fictional data only.\n');
    print(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  },
};

/** Deletes the rows of an interrupted run. */
async function empty(databaseUrl: string): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query(`drop schema if exists graphile_worker cascade;
    drop schema public cascade; create schema public`);
  await client.end();
}

/** Turns off synchronous commit. A crash loses nothing, because the marker file is written only at the end. */
const unhurried = (databaseUrl: string) => `${databaseUrl}?options=-c%20synchronous_commit%3Doff`;

async function fill(databaseUrl: string, config: Config, print: (line: string) => void) {
  const clock = new MovableClock();
  const quiet = { ...config, hasWorker: false, logLevel: 'silent' };
  const app = await createApp({ config: quiet, databaseUrl, clock });
  try {
    await app.init();
    await createDemoWorld(app, clock, (line) => print(`… demo world: ${line}`));
  } finally {
    await app.close();
  }
  // Deletes the mails that were sent while the demo data was created.
  rmSync(join(config.dataDir, 'outbox'), { recursive: true, force: true });
}
