import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database/data-source.js';
import { MovableClock } from '#kernel/clock.js';
import { readConfig } from '#kernel/config.js';
import { createApp } from '../../../apps/api/create-app.js';
import { createDemoWorld } from '../../../apps/cli/demo/steps/demo-world.js';
import { copyTemplate, type FreshDatabase, SEAL_KEY_FILE, hashOfFolders } from './database.js';
import { TEST_FOLDER } from './temp-folder.mjs';
import { repositoryPath } from '../repository.js';

const MADE_FROM = [repositoryPath('libs'), repositoryPath('apps/cli/demo')];
/** Folder with the pictures of the demo people, beside the folder of the template database. */
const FILES = join(TEST_FOLDER, 'files-of-the-demo');

/**
 * Copies the demo database. Its template is rebuilt when the code or the date changes, because demo dates are relative
 * to today.
 */
export async function demoDatabase(): Promise<FreshDatabase> {
  const today = new Date().toISOString().slice(0, 10);
  const copy = await copyTemplate({
    name: `template_demo_${hashOfFolders(MADE_FROM, today)}`,
    fill,
  });
  return { ...copy, files: FILES };
}

async function fill(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-demo-'));
  const env = {
    TRAMA_DATA_DIR: dataDir,
    TRAMA_SEAL_KEY_FILE: SEAL_KEY_FILE,
    TRAMA_WORKER: '0',
    LOG_LEVEL: 'silent',
  };
  const clock = new MovableClock();
  const app = await createApp({ config: readConfig(env), databaseUrl, clock });
  try {
    await app.init();
    await createDemoWorld(app, clock, () => undefined);
  } finally {
    await app.close();
    rmSync(FILES, { recursive: true, force: true });
    cpSync(join(dataDir, 'files'), FILES, { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}
