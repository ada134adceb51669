import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, UsageError } from '../../../apps/cli/command.js';
import { foundInstanceCommand } from '../../../apps/cli/found-instance.js';
import { type FreshDatabase, freshDatabase } from '../../support/app/database.js';

describe('the command `trama found`', () => {
  const before = { ...process.env };
  let database: FreshDatabase;
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-test-'));
  beforeAll(async () => {
    database = await freshDatabase();
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      TRAMA_DATA_DIR: dataDir,
      TRAMA_ORIGIN: 'https://trama.example',
    });
  });
  afterAll(async () => {
    process.env = before;
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = async (...args: string[]) => {
    const lines: string[] = [];
    await foundInstanceCommand.run(args, (line) => void lines.push(line));
    const link =
      /^ {2}(administrator|moderator) +(https:\/\/trama\.example\/es\/set-up\?t=[\w-]{43})$/;
    return lines.map((line) => link.exec(line)).filter((found) => found !== null);
  };

  it('prints one link per role once, and prints new links for unaccepted invitations with --renew', async () => {
    for (const bad of [['--moderators', '2'], ['--moderators', 'x'], ['again'], ['--moderators']]) {
      await expect(run(...bad)).rejects.toBeInstanceOf(UsageError);
    }
    const links = await run('--moderators', '3');
    expect(links.map(([, role]) => role)).toEqual([
      ...['administrator', 'administrator'],
      ...['moderator', 'moderator', 'moderator'],
    ]);
    await expect(run()).rejects.toBeInstanceOf(CommandError);
    const renewed = await run('--renew');
    expect(renewed).toHaveLength(5);
    const addresses = [...links, ...renewed].map(([, , address]) => address);
    expect(new Set(addresses).size).toBe(10);
  });
});
