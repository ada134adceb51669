import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, type Command, UsageError } from '../../../apps/cli/command.js';
import {
  listDecoysCommand,
  makeDecoyCommand,
  removeDecoyCommand,
} from '../../../apps/cli/decoys.js';
import { GroupAccess } from '#groups/group.entity.js';
import { newId } from '#kernel/ids.js';
import { Sealer } from '#kernel/sealed-box.js';
import { startApp, type TestApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/app/database.js';
import { DECOY_PROFILE, decoyProfile } from '../../support/factories/decoys.js';
import { factories } from '../../support/factories/factories.js';
import { makePerson } from '../../support/factories/make-people.js';

const PERSON = 'query($id: ID!) { person(id: $id) { name takesRequests about colour } }';
const JOIN = 'mutation ($id: ID!) { joinGroup(groupId: $id, personaName: "Río Ñandú") { id } }';
const ASK_TO_JOIN =
  'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }';

describe('the command `trama decoy`', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'trama-test-'));
  let database: FreshDatabase;
  let app: TestApp;
  beforeAll(async () => {
    database = await freshDatabase();
    app = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: database.url });
    Object.assign(process.env, { DATABASE_URL: database.url, TRAMA_DATA_DIR: dataDir });
  });
  afterAll(async () => {
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
  const made = async (name: string, more: object = {}) => {
    const says = decoyProfile((await run(listDecoysCommand)).length % 3);
    return (await run(makeDecoyCommand, file({ name, ...says, ...more })))[0]!;
  };

  afterEach(async () => {
    for (const line of await run(listDecoysCommand))
      await run(removeDecoyCommand, line.split(' ')[0]!);
  });

  it('creates at most three decoys that members find, lists the decoys, and removes a decoy like an account', async () => {
    const eve = await makePerson(app, 'eve', 'member');
    const id = await made('Lluvia Ficticia', { colour: '3' });
    expect((await apiAs(eve).ask(PERSON, { id })).person).toEqual({
      ...{ name: 'Lluvia Ficticia', takesRequests: false, about: DECOY_PROFILE.about, colour: '3' },
    });
    await made('Arena Ficticia');
    await made('Brisa Ficticia');
    await expect(made('Niebla Ficticia')).rejects.toThrow('There are 3 decoys');
    const lines = await run(listDecoysCommand);
    expect(lines).toHaveLength(3);
    expect(lines).toContain(`${id}  Lluvia Ficticia`);

    for (const none of [newId(), 'x']) {
      await expect(run(removeDecoyCommand, none)).rejects.toBeInstanceOf(CommandError);
    }
    await run(removeDecoyCommand, id);
    expect(await run(listDecoysCommand)).toHaveLength(2);
    expect(await apiAs(eve).code(PERSON, { id })).toBe('NOT_FOUND');
    const acts = `select action, subject_type, subject_id, actor_id from audit_entry where action like '%Decoy' order by seq`;
    const nothing = { subject_type: 'Instance', subject_id: null, actor_id: null };
    expect(await app.db.query(acts)).toEqual([
      ...Array.from({ length: 3 }, () => ({ action: 'makeDecoy', ...nothing })),
      { action: 'removeDecoy', ...nothing },
    ]);
  });

  it('rejects a name that looks like that of an existing person', async () => {
    await factories.profile(await makePerson(app, 'ada', 'member'), {
      answers: { name: 'Ada Ñandú' },
    });
    await expect(made('ADA  nandu')).rejects.toThrow('Somebody here has this name');
    const steward = await makePerson(app, 'ste', 'steward');
    const ben = await makePerson(app, 'ben', 'member');
    await factories.profile(ben);
    const { id: open } = await factories.group(app, { steward, access: GroupAccess.open });
    const { id: asked } = await factories.group(app, { steward });
    await apiAs(ben).ask(JOIN, { id: open });
    const input = { groupId: asked, answer: 'Hola', personaName: 'Luna Ñandú' };
    await apiAs(ben).ask(ASK_TO_JOIN, { input });
    for (const name of ['rio  NANDU', 'luna nandú']) {
      await expect(made(name)).rejects.toThrow('Somebody here has this name');
    }
    await made('Ada Nandubay');
  });

  it('rejects a decoy that a search by issue area and territory would return together with another', async () => {
    const issueAreas = ['issue:human-rights', 'issue:gender-justice'];
    const territories = ['territory:BR', 'territory:PE'];
    await made('Lluvia Ficticia', { issueAreas, territories });
    const alike = { issueAreas: ['issue:gender-justice'], territories: ['territory:PE'] };
    await expect(made('Arena Ficticia', alike)).rejects.toThrow('one search would give both');
    await made('Arena Ficticia', { ...alike, territories: ['territory:MX'] });
    await run(removeDecoyCommand, (await run(listDecoysCommand))[0]!.split(' ')[0]!);
    await made('Brisa Ficticia', { issueAreas, territories: [] });
    const nowhere = { issueAreas, territories: undefined };
    await expect(made('Niebla Ficticia', nowhere)).rejects.toThrow('one search would give both');
  });

  it('rejects an invalid profile and names the invalid part', async () => {
    await expect(run(makeDecoyCommand)).rejects.toBeInstanceOf(UsageError);
    await expect(run(removeDecoyCommand)).rejects.toBeInstanceOf(UsageError);
    await expect(run(makeDecoyCommand, join(dataDir, 'none.json'))).rejects.toThrow(
      'cannot be read',
    );
    const { languages: _, ...less } = DECOY_PROFILE;
    for (const [says, why] of [
      ['{', 'must be an object'],
      [{ ...DECOY_PROFILE }, 'must be an object'],
      [{ name: 'Otra', ...DECOY_PROFILE, contact: 'x' }, 'must be an object'],
      [{ name: 'Otra', ...DECOY_PROFILE, about: 5 }, 'must be an object'],
      [{ name: 'Otra', ...less }, 'languages blank'],
      [{ name: 'Otra', ...DECOY_PROFILE, issueAreas: ['issue:none'] }, 'terms unknownTerm'],
      [{ name: 'Otra', ...DECOY_PROFILE, issueAreas: 'issue:human-rights' }, 'text notTerms'],
      [{ name: 'Otra', ...DECOY_PROFILE, colour: '7' }, 'text unknownColour'],
    ] as const) {
      await expect(run(makeDecoyCommand, file(says))).rejects.toThrow(why);
    }
    expect(await app.db.query(`select 1 from profile_field where text = 'Otra'`)).toEqual([]);
  });

  it('refuses to run without the seal key of the database or with another, and changes nothing', async () => {
    await made('Lluvia Ficticia');
    const [key, kept] = [join(dataDir, 'seal.key'), join(dataDir, 'kept.key')];
    renameSync(key, kept);
    await expect(made('Arena Ficticia')).rejects.toThrow('the file is missing');
    await Sealer.of(key); // Makes another key.
    await expect(made('Arena Ficticia')).rejects.toThrow('sealed with another key');
    renameSync(kept, key);
    expect(await run(listDecoysCommand)).toHaveLength(1);
  });
});
