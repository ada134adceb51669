import { ViewerLoader } from '#access/viewer.loader.js';
import { DAY } from '#kernel/clock.js';
import { newId } from '#kernel/ids.js';
import {
  MAX_PROFILE_VIEWS_PER_DAY,
  DailyProfileViewsService,
} from '#profiles/persons/daily-profile-views.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { signInAgain, makePerson, type Person } from '../../support/factories/make-people.js';

const PEOPLE = `query($after: String) { people(after: $after) { items { id } nextCursor isWithheld } }`;
const PERSON = `query($id: ID!) { person(id: $id) { id name } }`;
const BLOCK = 'mutation ($id: ID!) { block(subject: Profile, subjectId: $id) { id knownAs } }';
const ASK = `mutation ($input: AskIntroductionInput!) {
  askIntroduction(input: $input) { person { name } } }`;
interface Page {
  readonly items: { id: string }[];
  readonly nextCursor: string | null;
  readonly isWithheld: boolean;
}
const PEOPLE_HERE = MAX_PROFILE_VIEWS_PER_DAY.profile + 5;

describe('the daily limit of viewed people', () => {
  const app = useApp({ TRAMA_WORKER: '0' });
  let ids: string[];
  let eve: Person;
  beforeAll(async () => {
    for (let at = 0; at < PEOPLE_HERE; at++) {
      await factories.profile(await makePerson(app, `p${at}`, 'member'));
    }
    ids = (await app.db.query<{ id: string }>('select id from profile')).map(({ id }) => id);
  }, 120_000);
  beforeEach(async () => {
    eve = await makePerson(app, `eve${newId()}`, 'member');
  });

  /** Uses up the daily limit of cards except for `room` cards. */
  async function leave(room: number): Promise<void> {
    const viewer = (await app.get(ViewerLoader).byAccount(eve.accountId))!;
    for (let left = MAX_PROFILE_VIEWS_PER_DAY.card - room; left > 0; left -= 50) {
      const some = Array.from({ length: Math.min(50, left) }, newId);
      await app.get(DailyProfileViewsService).see(viewer, some);
    }
  }

  async function walk(): Promise<{ seen: string[]; withheld: boolean[] }> {
    const seen: string[] = [];
    const withheld: boolean[] = [];
    for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
      const { people }: { people: Page } = await apiAs(eve).ask(PEOPLE, { after });
      seen.push(...people.items.map(({ id }) => id));
      withheld.push(people.isWithheld);
      after = people.nextCursor;
    }
    return { seen, withheld };
  }

  const open = (id: string): Promise<string> =>
    apiAs(eve)
      .ask(PERSON, { id })
      .then(
        ({ person: opened }) => opened.id,
        ({ code }) => code,
      );

  it('allows six hundred different cards a day, repeated views of the same cards, and other cards the next day', async () => {
    await leave(30);
    const first = await walk();
    expect(first.seen).toHaveLength(30);
    expect(first.withheld).toEqual([false, true, true]);
    expect(new Set((await walk()).seen)).toEqual(new Set(first.seen));

    app.clock.move(DAY);
    eve = await signInAgain(eve);
    const { seen, withheld } = await walk();
    expect(new Set(seen).size).toBe(50);
    expect(ids).toEqual(expect.arrayContaining(seen));
    expect(withheld).not.toContain(true);
  });

  it('cannot be avoided through lists, which omit the fields of the profile page', async () => {
    for (const field of ['about', 'contact', 'organisation', 'supportSought', 'pronouns']) {
      expect(await apiAs(eve).code(`{ people { items { ${field} } } }`)).toBe('INVALID');
    }
  });

  it('allows sixty opened profiles; then any other id, known or unknown, is answered TOO_MANY', async () => {
    const within = ids.slice(0, MAX_PROFILE_VIEWS_PER_DAY.profile);
    for (const id of within) expect(await open(id)).toBe(id);
    const next = apiAs(eve).ask(PERSON, { id: ids[MAX_PROFILE_VIEWS_PER_DAY.profile] });
    await expect(next).rejects.toMatchObject({
      ...{ code: 'TOO_MANY', reason: 'person.enoughToday' },
    });
    expect(await open(newId())).toBe('TOO_MANY');
    expect(await open(within[0]!)).toBe(within[0]);

    app.clock.move(DAY);
    eve = await signInAgain(eve);
    expect(await open(ids.at(-1)!)).toBe(ids.at(-1));
  });

  it('counts blocking a profile or asking for an introduction as opening it, and rejects both after sixty', async () => {
    const [other, blocked, ...within] = ids.slice(-MAX_PROFILE_VIEWS_PER_DAY.profile);
    for (const id of within) await open(id);
    const byId = { id: blocked };
    expect((await apiAs(eve).ask(BLOCK, byId)).block.knownAs).toMatch(/^p\d+$/);
    const asked = { input: { personId: other, note: 'Hola.' } };
    expect((await apiAs(eve).ask(ASK, asked)).askIntroduction.person.name).toMatch(/^p\d+$/);
    for (const id of [ids[0]!, newId()]) {
      expect(await apiAs(eve).code(BLOCK, { id })).toBe('TOO_MANY');
      expect(await apiAs(eve).code(ASK, { input: { personId: id, note: 'Hola.' } })).toBe(
        'TOO_MANY',
      );
    }
  });

  it('does not count unknown ids, and holds under concurrent requests', async () => {
    for (let turn = 0; turn < 3; turn++) {
      expect(await open(newId())).toBe('NOT_FOUND');
    }
    const answers = await Promise.all(ids.map(open));
    const opened = answers.filter((answer) => answer !== 'TOO_MANY');
    expect(opened).toHaveLength(MAX_PROFILE_VIEWS_PER_DAY.profile);
  });

  it('is audited once a day when reached, for auditors and the viewer, without the people viewed', async () => {
    const written = () =>
      app.db.query<object>(
        `select action, subject_id, actor_id, reason from audit_entry where about_id = $1`,
        [eve.accountId],
      );
    for (const id of ids.slice(0, MAX_PROFILE_VIEWS_PER_DAY.profile - 1)) await open(id);
    expect(await written()).toEqual([]);
    for (let turn = 0; turn < 2; turn++) for (const id of ids.slice(-3)) await open(id);
    const told = { subject_id: eve.accountId, actor_id: null, reason: null };
    expect(await written()).toEqual([{ action: 'reachMeasure', ...told }]);
    const { actsAboutMe } = await apiAs(eve).ask<{ actsAboutMe: { items: object[] } }>(
      '{ actsAboutMe { items { action subjectType } } }',
    );
    expect(actsAboutMe.items).toEqual([{ action: 'reachMeasure', subjectType: 'Account' }]);
  });

  it('stores no id, uses a different hash each day, and deletes everything after the day', async () => {
    const rows = () =>
      app.db.query<{ viewer: Buffer; seen: number[] }>('select viewer, seen from view_of_day');
    await app.db.query('delete from view_of_day');
    await open(ids[0]!);
    const [today] = await rows();
    expect(JSON.stringify(today)).not.toContain(ids[0]);
    app.clock.move(DAY);
    eve = await signInAgain(eve);
    await open(ids[0]!);
    const marks = await rows();
    expect(new Set(marks.map(({ viewer }) => viewer.toString('hex'))).size).toBe(2);
    expect(new Set(marks.flatMap(({ seen }) => seen)).size).toBe(2);

    await app.get(RetentionService).run('viewOfDay');
    expect(await rows()).toHaveLength(1);
    app.clock.move(DAY);
    await app.get(RetentionService).run('viewOfDay');
    expect(await rows()).toEqual([]);
  });
});
