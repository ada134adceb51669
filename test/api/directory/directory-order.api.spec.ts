import { BlocksService } from '#members/relationships/blocks.service.js';
import { IntroductionAvailabilityService } from '#profiles/own-profile/introduction-availability.service.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import {
  type PersonKind,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const PEOPLE = `query($chips: [ID!], $words: String, $order: PeopleOrder, $first: Int, $after: String) {
  people(chips: $chips, words: $words, order: $order, first: $first, after: $after) {
    items { id name } nextCursor } }`;
const VIEWS = `select coalesce(sum(cardinality(seen)), 0)::int as count from view_of_day`;

const PT = ['language:pt'];
const MINE = {
  issueAreas: ['issue:indigenous-rights', 'issue:human-rights'],
  practices: ['practice:community-media'],
  territories: ['territory:amazonia'],
  languages: PT,
};

interface Asked {
  readonly chips?: readonly string[];
  readonly words?: string;
  readonly order?: string | null;
  readonly first?: number;
  readonly after?: string | null;
}

describe('the order of the directory', () => {
  const app = useApp();
  afterEach(() => app.db.query('delete from account'));

  const people = <N extends string>(kinds: Record<N, PersonKind>) => makePeople(app, kinds);
  const page = async (who: Person, asked: Asked = {}) =>
    (await apiAs(who).ask(PEOPLE, { ...asked })).people;
  const find = async (who: Person, asked: Asked = {}): Promise<string[]> =>
    (await page(who, asked)).items.map(({ name }: { name: string }) => name);
  const every = async (who: Person, asked: Asked): Promise<string[]> => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { items, nextCursor } = await page(who, { ...asked, after });
      names.push(...items.map(({ name }: { name: string }) => name));
      after = nextCursor;
    } while (after);
    return names;
  };
  const set = async (who: Person, kind: FieldKind, terms: string[]) => {
    const viewer = (await app.get(ViewerLoader).byAccount(who.accountId))!;
    const version = await fieldVersion(who, kind);
    await app.get(OwnProfileService).setValue(viewer, { kind, terms, version });
  };

  const open = async (who: Person, kind: FieldKind) => {
    const viewer = (await app.get(ViewerLoader).byAccount(who.accountId))!;
    const version = await fieldVersion(who, kind);
    await app.get(OwnProfileService).setAudience(viewer, { kind, audience: 'members', version });
  };

  it('puts people with the largest overlap with the viewer first', async () => {
    const all = await people({ eve: 'member', one: 'member', two: 'member', all: 'member' });
    await factories.profile(all.eve, { answers: MINE });
    await factories.profile(all.one, { answers: { languages: PT } });
    await factories.profile(all.all, { answers: MINE });
    await factories.profile(all.two, { answers: { languages: PT, practices: MINE.practices } });
    expect(await find(all.eve)).toEqual(['all', 'two', 'one', 'eve']);
    expect(await find(all.eve, { chips: PT, first: 2 })).toEqual(['all', 'two']);
    expect(await find(all.one)).toHaveLength(4);
  });

  it('ignores what the viewer may not see', async () => {
    const { eve, ada, ben } = await people({ eve: 'member', ada: 'member', ben: 'member' });
    await factories.profile(eve, { answers: MINE });
    const audiences = { issueAreas: 'onlyMe', practices: 'allies', territories: 'groups' } as const;
    for (const who of [ada, ben])
      await factories.profile(who, { answers: { languages: PT }, audiences });
    const bytes = async () => (await apiAs(eve).raw(PEOPLE)).text();
    const [before, names] = [await bytes(), await find(eve)];
    const second = names[1] === 'ada' ? ada : ben;
    for (const kind of ['issueAreas', 'practices', 'territories'] as const) {
      await set(second, kind, MINE[kind]);
      expect(await bytes()).toBe(before);
    }
    await open(second, 'practices');
    expect(await find(eve)).toEqual([second.name, names[0], 'eve']);
  });

  it('puts members who take no requests last, in both orders', async () => {
    const all = await people({ eve: 'member', ada: 'member', ben: 'member', cam: 'member' });
    await factories.profile(all.eve, { answers: MINE });
    await factories.profile(all.ada, { answers: MINE });
    await factories.profile(all.ben);
    await factories.profile(all.cam, { answers: { languages: PT } });
    expect(await find(all.eve, { order: 'name' })).toEqual(['ada', 'ben', 'cam', 'eve']);
    expect((await find(all.eve))[0]).toBe('ada');
    const viewer = (await app.get(ViewerLoader).byAccount(all.ada.accountId))!;
    await app.get(IntroductionAvailabilityService).setTakesRequests(viewer, false);
    expect(await find(all.eve, { order: 'name' })).toEqual(['ben', 'cam', 'eve', 'ada']);
    const byOverlap = await find(all.eve);
    expect([byOverlap[0], byOverlap[3]]).toEqual(['cam', 'ada']);
    expect(await every(all.eve, { first: 1 })).toEqual(byOverlap);
  });

  it('sorts names alphabetically, ignoring accents and case', async () => {
    const names = ['Óscar 10', 'ñusta', 'Zoé', 'ána', 'óscar 9', 'Beto'];
    const eve = await makePerson(app, 'eve', 'member');
    for (const name of names) await factories.profile(await makePerson(app, name, 'member'));
    await factories.profile(eve, { answers: { name: 'Eve' } });
    const wanted = ['ána', 'Beto', 'Eve', 'ñusta', 'óscar 9', 'Óscar 10', 'Zoé'];
    expect(await find(eve, { order: 'name' })).toEqual(wanted);
    expect(await every(eve, { order: 'name', first: 3 })).toEqual(wanted);
  });

  it('rejects a forged cursor and a cursor of another viewer, search or order', async () => {
    const { eve, ada } = await people({ eve: 'member', ada: 'member' });
    for (const who of [eve, ada]) await factories.profile(who, { answers: MINE });
    const search = { chips: PT, first: 1 };
    const { nextCursor: after } = await page(eve, search);
    expect(after).toMatch(/^\S{40,200}$/);
    const code = (who: Person, given: Asked) => apiAs(who).code(PEOPLE, { ...given });
    expect(await code(eve, { ...search, after })).toBe('OK');
    expect(await code(eve, { ...search, first: 7, after })).toBe('OK');
    const parts = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const forged = [
      [parts[0], 0, parts[2]],
      [ada.accountId, ...parts.slice(1)],
      [...parts.slice(0, 2), 'AAAA'],
      [...parts.slice(0, 2), 7],
      [parts[0], 1e300, parts[2]],
    ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    const refused: [Person, Asked][] = [
      [ada, { ...search, after }],
      [eve, { ...search, words: 'a', after }],
      [eve, { ...search, order: 'name', after }],
      [eve, { first: 1, after }],
      ...forged.map((one): [Person, Asked] => [eve, { ...search, after: one }]),
    ];
    for (const [who, given] of refused) {
      const answer = apiAs(who).ask(PEOPLE, { ...given });
      await expect(answer).rejects.toMatchObject({ code: 'INVALID', reason: 'page.cursor' });
    }
    for (const order of ['score', 'contact', 'Overlap', '', 7]) {
      expect(await apiAs(eve).code(PEOPLE, { order })).toBe('INVALID');
    }
    expect(await code(eve, { order: null })).toBe('OK');
  });

  it('returns at most fifty people in both orders, and counts only the people of the returned page as viewed', async () => {
    const eve = await makePerson(app, 'eve', 'member');
    await factories.profile(eve, { answers: MINE });
    for (let at = 0; at < 53; at += 1) {
      const languages = at % 2 ? PT : [];
      await factories.profile(await makePerson(app, `p${at}`, 'member'), {
        answers: { languages },
      });
    }
    await app.db.query('delete from view_of_day');
    const seen = await find(eve, { first: 20 });
    expect(seen).toHaveLength(20);
    expect(await app.db.query(VIEWS)).toEqual([{ count: 20 }]);
    const all = await every(eve, { first: 20 });
    expect(all.slice(0, 26).every((name) => Number(name.slice(1)) % 2)).toBe(true);
    expect(new Set(all).size).toBe(50);
    expect(await find(eve, { first: 50 })).toEqual(all);
    expect(await find(eve, { first: 2_000 })).toEqual(all);
    const byName = await every(eve, { order: 'name', first: 7 });
    expect(byName.toSorted()).toEqual(all.toSorted());
    expect(byName).not.toEqual(all);
  });

  it('finds a person with overlap, however many people without overlap were active more recently', async () => {
    const [eve, old] = [
      await makePerson(app, 'eve', 'member'),
      await makePerson(app, 'old', 'member'),
    ];
    await factories.profile(eve, { answers: MINE });
    await factories.profile(old, { answers: MINE });
    for (let at = 0; at < 110; at += 1) {
      await factories.profile(await makePerson(app, `p${at}`, 'member'), {
        answers: { languages: ['language:es'] },
      });
    }
    await app.db.query(
      'update directory_term set fresh_month = fresh_month + 1 where profile_id not in ' +
        `(select p.id from profile p where p.account_id = any($1))`,
      [[eve.accountId, old.accountId]],
    );
    expect((await find(eve))[0]).toBe('old');
    await app.db.write(() => app.get(BlocksService).block(old.accountId, eve.accountId));
    expect(await every(eve, {})).not.toContain('old');
  });
});
