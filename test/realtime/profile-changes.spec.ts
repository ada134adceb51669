import { randomUUID } from 'node:crypto';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { useApp } from '../support/app/app.js';
import { setAudience, makeVisibleProfile } from '../support/factories/visible-profiles.js';
import { apiAs } from '../support/app/client.js';
import { factories } from '../support/factories/factories.js';
import { fieldVersion } from '../support/factories/make-profile.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { type Person, makePeople } from '../support/factories/make-people.js';

const SET = `mutation ($input: SetProfileFieldInput!) { setProfileField(input: $input) { version } }`;
const PERSON = 'query ($id: ID!) { person(id: $id) { name about } }';
const TAKES = 'query ($id: ID!) { person(id: $id) { takesRequests } }';

const newsOf = (ear: TestSocket) =>
  ear.received('news').filter(({ subject }) => subject === 'profile');

async function say(who: Person, kind: 'about' | 'contact' | 'organisation', text: string) {
  const version = await fieldVersion(who, kind);
  await apiAs(who).ask(SET, { input: { kind, text, version } });
}

describe('a viewer with the page of a person open', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  /**
   * Creates Ana, whom every member can find, an ally of Ana, a member of her group, an outsider, and a person whom Ana
   * blocked.
   */
  async function around() {
    const people = await makePeople(app, {
      ...({ ana: 'member', ally: 'member', mate: 'member', eve: 'outsider' } as const),
      foe: 'outsider',
    });
    const { ana, ally, mate, foe } = people;
    const { personId: id } = await makeVisibleProfile(ana);
    const group = await factories.group(app, { steward: mate, members: [ana] });
    await app.db.write(async () => {
      await app.get(AlliancesService).start(ana.accountId, ally.accountId);
      await app.get(BlocksService).block(ana.accountId, foe.accountId);
    });
    await waitForJobs(app);
    return { ...people, id, group };
  }

  const opened = async (who: Person, id: string) => {
    const ear = await openSocket(who);
    const answer = await ear.emit('watch', { profile: id });
    return { ear, answer };
  };
  const settle = () => waitForJobs(app);

  it('can watch the person only if they may see them; hidden and absent people give the same answer and no notices', async () => {
    const { ana, foe, eve, id } = await around();
    const { ear, answer } = await opened(foe, id);
    for (const other of [id, id.toUpperCase(), randomUUID(), ana.accountId, '']) {
      expect(await ear.emit('watch', { profile: other })).toEqual({ code: 'NOT_FOUND' });
    }
    expect(answer).toEqual({ code: 'NOT_FOUND' });
    const hers = await opened(eve, id);
    expect(hers.answer).toEqual({ ok: true });
    await say(ana, 'organisation', 'Radio');
    await setAudience(ana, 'members', ['organisation']);
    await settle();
    expect(newsOf(hers.ear)).toContainEqual({ subject: 'profile', id });
    expect(ear.frames).toEqual([]);
  });

  it('is notified of a change and reads the new content at once', async () => {
    const { ana, eve, id } = await around();
    await setAudience(ana, 'members', ['about']);
    await say(ana, 'about', 'canary');
    const { ear } = await opened(eve, id);
    expect((await apiAs(eve).ask(PERSON, { id })).person.about).toBe('canary');
    await setAudience(ana, 'allies', ['about']);
    expect(await ear.until('news')).toEqual({ subject: 'profile', id });
    expect((await apiAs(eve).ask(PERSON, { id })).person.about).toBeNull();
    expect(JSON.stringify(ear.frames)).not.toContain('canary');
  });

  it('is not notified of changes in fields that they may not see', async () => {
    const { ana, ally, mate, eve, id } = await around();
    const [near, close, far] = [
      (await opened(ally, id)).ear,
      (await opened(mate, id)).ear,
      (await opened(eve, id)).ear,
    ];
    await say(ana, 'contact', 'señal nueva'); // The field is visible to allies.
    await settle();
    expect([near, close, far].map((ear) => newsOf(ear).length)).toEqual([1, 0, 0]);
    await say(ana, 'about', 'Cuido audios'); // The field is visible to groups and allies.
    await settle();
    expect([near, close, far].map((ear) => newsOf(ear).length)).toEqual([2, 1, 0]);
    await setAudience(ana, 'onlyMe', ['about']);
    await say(ana, 'about', 'Nada');
    await settle();
    expect([near, close, far].map((ear) => newsOf(ear).length)).toEqual([3, 2, 0]);
  });

  it('is notified that the person no longer takes requests, if they may see the person', async () => {
    const { ana, mate, eve, foe, id } = await around();
    await setAudience(ana, 'groups', ['name']);
    const [close, far, hidden] = [
      (await opened(mate, id)).ear,
      (await opened(eve, id)).ear,
      (await opened(foe, id)).ear,
    ];
    await apiAs(ana).ask('mutation { setTakesRequests(takesRequests: false) { id } }');
    expect(await close.until('news')).toEqual({ subject: 'profile', id });
    await settle();
    expect([newsOf(far), newsOf(hidden)]).toEqual([[], []]);
    expect((await apiAs(mate).ask(TAKES, { id })).person.takesRequests).toBe(false);
  });

  it('is notified once when they lose access to the person, and never after', async () => {
    const { ana, eve, ally, id } = await around();
    const [far, near] = [(await opened(eve, id)).ear, (await opened(ally, id)).ear];
    await setAudience(ana, 'allies', ['name']);
    await far.until('news');
    expect(await apiAs(eve).code(PERSON, { id })).toBe('NOT_FOUND');
    await settle();
    const before = newsOf(far).length;
    await say(ana, 'organisation', 'Otra radio');
    await setAudience(ana, 'members', ['organisation']);
    await near.until('news', () => newsOf(near).length > 1);
    await settle();
    expect(newsOf(far)).toHaveLength(before);
    expect(await far.emit('watch', { profile: id })).toEqual({ code: 'NOT_FOUND' });
  });

  it('gets no notice when the person blocks them or leaves the shared group', async () => {
    const { ana, eve, mate, group, id } = await around();
    const { ear } = await opened(eve, id);
    await app.db.write(() => app.get(BlocksService).block(ana.accountId, eve.accountId));
    await waitForJobs(app);
    await setAudience(ana, 'groups', ['name']);
    const close = (await opened(mate, id)).ear;
    const [{ id: membershipId }] = (await app.db.query<{ id: string }>(
      'select id from membership where group_id = $1 and account_id = $2',
      [group.id, ana.accountId],
    )) as [{ id: string }];
    await apiAs(ana).ask('mutation ($id: ID!) { leaveGroup(membershipId: $id) }', {
      id: membershipId,
    });
    await waitForJobs(app);
    await say(ana, 'organisation', 'Radio');
    await setAudience(ana, 'members', ['organisation']);
    await settle();
    expect([newsOf(ear), newsOf(close)]).toEqual([[], []]);
  });

  it('gets no notice after the member list of the shared group closes', async () => {
    const { ana, mate, group, id } = await around();
    await setAudience(ana, 'groups', ['name']);
    const { ear, answer } = await opened(mate, id);
    expect(answer).toEqual({ ok: true });
    await settle();
    const before = newsOf(ear).length;
    const close = 'mutation ($id: ID!) { closeMemberList(groupId: $id) { id } }';
    await apiAs(mate).ask(close, { id: group.id });
    await settle();
    await say(ana, 'organisation', 'Radio');
    await setAudience(ana, 'members', ['organisation']);
    await settle();
    expect(newsOf(ear)).toHaveLength(before);
  });

  it('leaves no trace: the watched person is not notified, and no row is written', async () => {
    const { ana, eve, id } = await around();
    const hers = await openSocket(ana);
    const rows = async () => {
      const tables = await app.db.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      );
      const counted = [];
      for (const { name } of tables.filter((one) => one.name !== 'node')) {
        const [row] = await app.db.query<{ rows: string }>(
          `select coalesce(string_agg(md5((to_jsonb(t) - 'used_at' - 'idle_ends_at' - 'updated_at')::text), ',' order by t::text), '') as rows from "${name}" t`,
        );
        counted.push(`${name} ${row!.rows}`);
      }
      return counted;
    };
    const before = await rows();
    const { ear, answer } = await opened(eve, id);
    expect(answer).toEqual({ ok: true });
    await ear.emit('unwatch', { profile: id });
    await settle();
    expect(hers.frames).toEqual([]);
    expect(await rows()).toEqual(before);
  });
});
