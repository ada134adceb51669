import { encodeCursor } from '#kernel/pagination.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { type PersonKind, type Person, makePeople } from '../../support/factories/make-people.js';

const PEOPLE = `query($chips: [ID!], $words: String, $first: Int, $after: String) {
  people(chips: $chips, words: $words, first: $first, after: $after) {
    items { id name issueAreas(language: es) { id } } nextCursor } }`;
const AUDIENCE = `mutation($input: SetFieldAudienceInput!) { setFieldAudience(input: $input) { audience } }`;

const CHIPS = ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'];
const answers = {
  issueAreas: ['issue:indigenous-rights', 'issue:human-rights'],
  territories: ['territory:amazonia', 'territory:BR'],
  languages: ['language:pt'],
};

describe('the directory', () => {
  const app = useApp();
  // Every member finds all other members, so each test starts with an empty directory.
  afterEach(() => app.db.query('delete from account'));

  const people = <N extends string>(kinds: Record<N, PersonKind>) => makePeople(app, kinds);
  const find = async (who: Person, asked: Record<string, unknown> = {}): Promise<string[]> => {
    const { people: page } = await apiAs(who).ask(PEOPLE, asked);
    return page.items.map((item: { name: string }) => item.name).sort();
  };
  const open = async (who: Person, kind: FieldKind, audience: string) => {
    const version = await fieldVersion(who, kind);
    return apiAs(who).ask(AUDIENCE, { input: { kind, audience, version } });
  };

  it('finds people by chips and by typed words, with or without accents', async () => {
    const { ada, ñusta, eve } = await people({ ada: 'member', ñusta: 'member', eve: 'outsider' });
    await factories.profile(ada, { answers });
    await factories.profile(ñusta, { answers: { issueAreas: ['issue:indigenous-rights'] } });
    await factories.profile(eve);
    expect(await find(eve, { chips: CHIPS })).toEqual(['ada']);
    expect(await find(eve, { chips: CHIPS.slice(0, 1) })).toEqual(['ada', 'ñusta']);
    expect(await find(eve, { words: 'NUS' })).toEqual(['ñusta']);
    expect(await find(eve, { words: 'derech human' })).toEqual(['ada']);
    expect(await find(eve, { chips: CHIPS, words: 'ñusta' })).toEqual([]);
    expect(await find(eve)).toEqual(['ada', 'eve', 'ñusta']);

    const read = `{ readWords(text: "indigenas amazonia portugues ada", language: es) { terms { id } rest } }`;
    const { readWords } = await apiAs(eve).ask(read);
    const chips = readWords.terms.map((term: { id: string }) => term.id);
    expect(chips).toEqual(CHIPS);
    expect(await find(eve, { chips, words: readWords.rest.join(' ') })).toEqual(['ada']);
  });

  it('answers a search for hidden text like one for text that does not exist', async () => {
    const { ada, eve } = await people({ ada: 'member', eve: 'outsider' });
    await factories.profile(ada, {
      answers: {
        ...answers,
        organisation: 'Quetzalcanary',
        about: 'Tlalocanary',
        contact: 'Xochicanary',
      },
      audiences: { skills: 'onlyMe', issueAreas: 'allies' },
    });
    await factories.profile(eve);
    const bytes = async (asked: Record<string, unknown>) =>
      (await apiAs(eve).raw(PEOPLE, asked)).text();
    const nothing = await bytes({ words: 'zyxwvutsr' });
    for (const word of [
      'Quetzalcanary',
      'quetz',
      'quetzalcanari',
      'tlalocanary',
      'xochicanary',
      'canary',
    ]) {
      expect(await bytes({ words: word })).toBe(nothing);
    }
    expect(await bytes({ chips: ['issue:human-rights'] })).toBe(nothing);
    expect(await bytes({ words: 'indigenas' })).toBe(nothing);
    expect(await find(ada, { words: 'quetz tlaloc', chips: ['issue:human-rights'] })).toEqual([
      'ada',
    ]);
  });

  it('no longer finds a field once the mutation that narrows its audience has returned', async () => {
    const { ada, eve } = await people({ ada: 'member', eve: 'outsider' });
    await factories.profile(ada, {
      answers: { ...answers, about: 'telar' },
      audiences: { about: 'members' },
    });
    expect(await find(eve, { words: 'telar', chips: CHIPS })).toEqual(['ada']);
    await open(ada, 'about', 'groups');
    expect(await find(eve, { words: 'telar' })).toEqual([]);
    expect(await find(eve, { chips: CHIPS })).toEqual(['ada']);
    await open(ada, 'languages', 'onlyMe');
    expect(await find(eve, { chips: CHIPS })).toEqual([]);
    await open(ada, 'name', 'allies');
    expect(await find(eve, { chips: CHIPS.slice(0, 1) })).toEqual([]);
  });

  it('finds fields open to groups for members of a shared group, until they leave the group', async () => {
    const { ada, ben, eve } = await people({ ada: 'steward', ben: 'member', eve: 'outsider' });
    await factories.profile(ada, { mayBeFound: false, answers });
    await factories.profile(ben);
    await factories.profile(eve);
    const group = await factories.group(app, { steward: ada, members: [ben] });
    await waitForJobs(app);
    expect(await find(ben, { chips: CHIPS })).toEqual(['ada']);
    expect(await find(eve, { chips: CHIPS })).toEqual([]);
    const memberships = app.get(MembershipsService);
    const leave = async (who: Person) =>
      app.db.write(async () =>
        memberships.end((await memberships.activeOf(who.accountId, group.id))!),
      );
    await leave(ben);
    expect(await find(ben, { chips: CHIPS })).toEqual([]);
  });

  it('hides two people from each other after a block, without a gap in pages', async () => {
    const all = await people({ ada: 'member', ben: 'member', cam: 'member', eve: 'member' });
    for (const who of Object.values(all)) await factories.profile(who, { answers });
    const { ada, ben } = all;
    const block = () => app.get(BlocksService).block(ada.accountId, ben.accountId);
    await app.db.write(block);
    expect(await find(ada, { chips: CHIPS })).toEqual(['ada', 'cam', 'eve']);
    expect(await find(ben, { chips: CHIPS })).toEqual(['ben', 'cam', 'eve']);
    for (const who of [ada, ben]) {
      const { people: page } = await apiAs(who).ask(PEOPLE, { first: 3 });
      expect(page).toMatchObject({ items: { length: 3 }, nextCursor: null });
    }
  });

  it('omits accounts that are not members now', async () => {
    const { ada, sus, eve } = await people({ ada: 'member', sus: 'suspended', eve: 'outsider' });
    for (const who of [ada, sus, eve]) await factories.profile(who, { mayBeFound: null });
    await app.db.query(`update profile_field set audience = 'members' where kind = 'name'`);
    await app.get(DirectoryService).rebuild();
    expect(await find(eve)).toEqual(['ada', 'eve']);
  });

  it('lists each person exactly once over all pages, most recently active first', async () => {
    const names = ['ana', 'bea', 'cam', 'dan', 'eli', 'fio', 'gus'];
    const all = await people(Object.fromEntries(names.map((name) => [name, 'member' as const])));
    for (const who of Object.values(all)) await factories.profile(who, { answers });
    app.clock.move(40 * 24 * 3_600_000);
    await app.db.query(
      'update session set idle_ends_at = idle_ends_at + interval $$1 year$$, ends_at = ends_at + interval $$1 year$$',
    );
    await open(all['dan']!, 'organisation', 'groups');
    await open(all['eli']!, 'organisation', 'members');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const asked: object = { chips: CHIPS, first: 2, after };
      const { people: page } = await apiAs(all['ana']!).ask(PEOPLE, { ...asked });
      seen.push(...page.items.map((item: { name: string }) => item.name));
      after = page.nextCursor;
    } while (after);
    expect(seen.toSorted()).toEqual(names);
    expect(seen[0]).toBe('eli');
  });

  it.each([
    [{ first: 0 }],
    [{ first: -1 }],
    [{ first: 2.5 }],
    [{ after: '' }],
    [{ after: 'x'.repeat(201) }],
    [{ after: encodeCursor(['a', 'b']) }],
    [{ after: encodeCursor([1e300, crypto.randomUUID()]) }],
    [{ after: encodeCursor([crypto.randomUUID(), 1]) }],
    [{ after: encodeCursor([crypto.randomUUID(), 1, 'x']) }],
    [{ chips: ['issue:nothing'] }],
    [{ chips: ['card'] }],
    [{ chips: ['w:ada'] }],
    [{ chips: Array(13).fill('issue:human-rights') }],
    [{ words: 'x'.repeat(201) }],
    [{ words: 'a b c d e f g h i' }],
    [{ words: 7 }],
  ])('rejects %j', async (asked) => {
    const { ada } = await people({ ada: 'member' });
    await factories.profile(ada);
    expect(await apiAs(ada).code(PEOPLE, asked)).toBe('INVALID');
  });
});
