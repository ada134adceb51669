import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotBeDone, type Command, UsageError } from '../../apps/cli/command.js';
import { decoyList, decoyMake, decoyRemove } from '../../apps/cli/decoy.js';
import { newId } from '#kernel/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { as } from '../support/client.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { DECOY_SAYS } from '../support/decoys.js';
import { make } from '../support/make.js';
import { person } from '../support/world.js';

const PERSON = 'query($id: ID!) { person(id: $id) { name takesRequests about } }';

describe('trama decoy', () => {
  const before = { ...process.env };
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-test-'));
  let database: FreshDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: database.url });
    Object.assign(process.env, { DATABASE_URL: database.url, TRAMA_DATA_DIR: dataDir });
  });
  afterAll(async () => {
    process.env = before;
    await app.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = async (command: Command, ...args: string[]) => {
    const lines: string[] = [];
    await command.run(args, (line) => void lines.push(line));
    return lines;
  };
  const file = (says: unknown): string => {
    const path = join(dataDir, `${newId()}.json`);
    writeFileSync(path, typeof says === 'string' ? says : JSON.stringify(says));
    return path;
  };
  const made = async (name: string) => (await run(decoyMake, file({ name, ...DECOY_SAYS })))[0]!;

  afterEach(async () => {
    for (const line of await run(decoyList)) await run(decoyRemove, line.split(' ')[0]!);
  });

  it('makes one that members find, three at most, lists them, and ends one as an account ends', async () => {
    const eve = await person(app, 'eve', 'member');
    const id = await made('Lluvia Ficticia');
    expect((await as(eve).ask(PERSON, { id })).person).toEqual({
      ...{ name: 'Lluvia Ficticia', takesRequests: false, about: DECOY_SAYS.about },
    });
    await made('Arena Ficticia');
    await made('Brisa Ficticia');
    await expect(made('Niebla Ficticia')).rejects.toThrow('There are 3 decoys');
    const lines = await run(decoyList);
    expect(lines).toHaveLength(3);
    expect(lines).toContain(`${id}  Lluvia Ficticia`);

    for (const none of [newId(), 'x']) {
      await expect(run(decoyRemove, none)).rejects.toBeInstanceOf(CannotBeDone);
    }
    await run(decoyRemove, id);
    expect(await run(decoyList)).toHaveLength(2);
    expect(await as(eve).code(PERSON, { id })).toBe('NOT_FOUND');
    const acts = `select action, subject_type, subject_id, actor_id from audit_entry where action like '%Decoy' order by seq`;
    const nothing = { subject_type: 'Instance', subject_id: null, actor_id: null };
    expect(await app.db.query(acts)).toEqual([
      ...Array.from({ length: 3 }, () => ({ action: 'makeDecoy', ...nothing })),
      { action: 'removeDecoy', ...nothing },
    ]);
  });

  it('takes the name of nobody who exists, however it is written', async () => {
    await make.profile(await person(app, 'ada', 'member'), { answers: { name: 'Ada Ñandú' } });
    await expect(made('ADA  nandu')).rejects.toThrow('A member has this name');
    await made('Ada Nandubay');
  });

  it('refuses what is no profile, and says which part', async () => {
    await expect(run(decoyMake)).rejects.toBeInstanceOf(UsageError);
    await expect(run(decoyRemove)).rejects.toBeInstanceOf(UsageError);
    await expect(run(decoyMake, join(dataDir, 'none.json'))).rejects.toThrow('cannot be read');
    const { languages: _, ...less } = DECOY_SAYS;
    for (const [says, why] of [
      ['{', 'must be an object'],
      [{ ...DECOY_SAYS }, 'must be an object'],
      [{ name: 'Otra', ...DECOY_SAYS, contact: 'x' }, 'must be an object'],
      [{ name: 'Otra', ...DECOY_SAYS, about: 5 }, 'must be an object'],
      [{ name: 'Otra', ...less }, 'languages blank'],
      [{ name: 'Otra', ...DECOY_SAYS, issueAreas: ['issue:none'] }, 'terms unknownTerm'],
    ] as const) {
      await expect(run(decoyMake, file(says))).rejects.toThrow(why);
    }
    expect(await app.db.query(`select 1 from profile_field where text = 'Otra'`)).toEqual([]);
  });
});
