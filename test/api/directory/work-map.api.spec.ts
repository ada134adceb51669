import fc from 'fast-check';
import { DAY, HOUR } from '#kernel/clock.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { StandingService } from '#members/standing.service.js';
import { AUDIENCES, type Audience } from '#policy/facts/audiences.js';
import { WorkMapsService } from '#profiles/work-map/work-maps.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

const MAP = `{ workMap(language: es) { takenAt issueAreas { id }
  rows { territory { id } cells { from to } } } }`;
const COUNTED = 'mutation ($is: Boolean!) { setCounted(isCounted: $is) { isCounted } }';
const AUDIENCE = `mutation ($input: SetFieldAudienceInput!) { setFieldAudience(input: $input) { audience } }`;
const PERSON = `query ($id: ID!) { person(id: $id) {
  issueAreas(language: es) { id } territories(language: es) { id } } }`;

const [WATER, RIGHTS] = ['issue:climate-environmental-justice', 'issue:human-rights'] as const;
const [BRAZIL, PERU, AMAZONIA] = ['territory:BR', 'territory:PE', 'territory:amazonia'] as const;
const answers = { issueAreas: [WATER], territories: [BRAZIL] };

interface Map {
  readonly issueAreas: readonly { readonly id: string }[];
  readonly rows: readonly {
    readonly territory: { readonly id: string };
    readonly cells: readonly { readonly from: number | null; readonly to: number | null }[];
  }[];
}

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(async () => {
  await app.db.query('delete from account');
  await app.db.query('delete from work_map');
});

/** Takes the nightly snapshot and moves the clock to the day when it is published. */
async function nightAndDay() {
  await app.get(WorkMapsService).take();
  app.clock.move(DAY);
}
const mapFor = async (who: Person): Promise<Map | null> => (await apiAs(who).ask(MAP)).workMap;

/** Returns every cell that shows a number, keyed `issue territory`, with its band. */
function numbers(map: Map | null): Record<string, string> {
  const cells = map!.rows.flatMap(({ territory, cells }) =>
    cells.map(
      ({ from, to }, at) => [`${map!.issueAreas[at]!.id} ${territory.id}`, from, to] as const,
    ),
  );
  const shown = cells.filter(([, from]) => from !== null);
  return Object.fromEntries(shown.map(([place, from, to]) => [place, `${from}–${to}`]));
}
const HERE = { [`${WATER} ${BRAZIL}`]: '5–9' };

async function many(count: number): Promise<Person[]> {
  const people = [];
  for (let at = 0; at < count; at += 1) {
    const who = await makePerson(app, `p${at}`, 'member');
    await factories.profile(who, { answers });
    people.push(who);
  }
  return people;
}
const narrow = async (who: Person, kind: 'name' | 'issueAreas' | 'territories', to: Audience) =>
  apiAs(who).ask(AUDIENCE, {
    input: { kind, audience: to, version: await fieldVersion(who, kind) },
  });

it('the work map shows a number from five people on, and answers for four people as for none', async () => {
  const { eve } = await makePeople(app, { eve: 'member' });
  await many(4);
  await nightAndDay();
  const four = await mapFor(eve);
  expect(four).toMatchObject({ rows: [] });
  await app.db.query('delete from profile');
  await nightAndDay();
  expect({ ...(await mapFor(eve)), takenAt: '' }).toEqual({ ...four, takenAt: '' });

  await many(5);
  await nightAndDay();
  expect(numbers(await mapFor(eve))).toEqual(HERE);
  // Hidden numbers are not stored.
  expect(await app.db.query('select people from work_map_cell')).toEqual([{ people: 5 }]);
});

it('the work map counts in bands of five, so that one additional person does not show', async () => {
  const { eve } = await makePeople(app, { eve: 'member' });
  for (const [more, band] of [
    [5, '5–9'],
    [4, '5–9'],
    [1, '10–14'],
  ] as const) {
    await many(more);
    await nightAndDay();
    expect(numbers(await mapFor(eve))).toEqual({ [`${WATER} ${BRAZIL}`]: band });
  }
});

it('the work map is published a day late, and only the published and the next snapshots are stored', async () => {
  const { eve } = await makePeople(app, { eve: 'member' });
  expect(await mapFor(eve)).toBeNull();
  await many(5);
  await app.get(WorkMapsService).take();
  app.clock.move(23 * HOUR);
  expect(await mapFor(eve)).toBeNull();
  app.clock.move(HOUR);
  expect(numbers(await mapFor(eve))).toEqual(HERE);
  for (let night = 0; night < 3; night += 1) {
    await app.get(WorkMapsService).take();
    app.clock.move(12 * HOUR);
  }
  const kept = async () => (await app.db.query('select 1 from work_map')).length;
  expect(await kept()).toBe(4);
  const before = await mapFor(eve);
  await app.get(RetentionService).run('workMap');
  expect(await kept()).toBe(2);
  expect(await mapFor(eve)).toEqual(before);
});

it('the work map omits people who opted out, narrowed a field or their card, or are not members now', async () => {
  const { eve } = await makePeople(app, { eve: 'member' });
  const [one, other, third] = await many(5);
  const shown = async () => {
    await nightAndDay();
    return numbers(await mapFor(eve));
  };
  expect(await shown()).toEqual(HERE);
  expect(await apiAs(one!).ask(COUNTED, { is: false })).toEqual({
    setCounted: { isCounted: false },
  });
  expect(numbers(await mapFor(eve))).toEqual(HERE);
  expect(await shown()).toEqual({});
  await apiAs(one!).ask(COUNTED, { is: true });
  expect(await shown()).toEqual(HERE);
  for (const kind of ['name', 'issueAreas', 'territories'] as const) {
    await narrow(other!, kind, 'groups');
    expect(await shown()).toEqual({});
    await narrow(other!, kind, 'members');
    expect(await shown()).toEqual(HERE);
  }
  const standings = app.get(StandingService);
  await app.db.write(() => standings.suspend(third!.accountId, app.clock.in(DAY)));
  expect(await shown()).toEqual({});
});

it('the work map is the same for every viewer, whatever blocks exist', async () => {
  const { eve } = await makePeople(app, { eve: 'member' });
  const people = await many(5);
  await app.db.write(() => app.get(BlocksService).block(people[0]!.accountId, eve.accountId));
  await app.db.write(() => app.get(BlocksService).block(eve.accountId, people[1]!.accountId));
  await nightAndDay();
  expect(numbers(await mapFor(eve))).toEqual(HERE);
  expect(await mapFor(people[2]!)).toEqual(await mapFor(eve));
});

it('the work map is refused to staff, applicants and suspended accounts', async () => {
  const { app1, au, ad, sue, pam } = await makePeople(app, {
    ...({ app1: 'applicant', au: 'auditor', ad: 'administrator', sue: 'suspended' } as const),
    pam: 'probation',
  });
  for (const who of [app1, au, ad, sue]) {
    expect(await apiAs(who).code(MAP)).toBe('FORBIDDEN');
    expect(await apiAs(who).code(COUNTED, { is: true })).toBe('FORBIDDEN');
  }
  expect(await apiAs({ app }).code(MAP)).toBe('UNAUTHENTICATED');
  expect(await apiAs(pam).code(MAP)).toBe('OK');
});

const anyone = fc.record({
  issueAreas: fc.oneof(fc.constant([WATER]), fc.subarray([WATER, RIGHTS])),
  territories: fc.oneof(fc.constant([BRAZIL]), fc.subarray([BRAZIL, PERU, AMAZONIA])),
  isCounted: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  audiences: fc.record({
    name: often('members'),
    issueAreas: often('members'),
    territories: often('members'),
  }),
});

/** Returns `audience` for most people, so that counts fall on both sides of the threshold. */
function often(audience: Audience) {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(audience) },
    { weight: 1, arbitrary: fc.constantFrom(...AUDIENCES) },
  );
}

const EASILY_FOUND = {
  ...{ issueAreas: [WATER], territories: [BRAZIL], isCounted: true },
  audiences: { name: 'members', issueAreas: 'members', territories: 'members' } as const,
};

it('every number of the work map equals what an unrelated member could count one by one, and none is under five', async () => {
  let said = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyone, { minLength: 9, maxLength: 16 }), async (people) => {
      const { eve } = await makePeople(app, { eve: 'member' });
      const want: Record<string, number> = {};
      for (const [at, { audiences, isCounted, ...said }] of people.entries()) {
        const who = await makePerson(app, `p${at}`, 'member');
        const id = await factories.profile(who, { answers: said, audiences });
        if (!isCounted) await apiAs(who).ask(COUNTED, { is: false });
        const { person: read } = await apiAs(eve)
          .ask(PERSON, { id })
          .catch(() => ({ person: null }));
        if (!isCounted || !read) continue;
        for (const issue of read.issueAreas) {
          for (const place of read.territories) {
            const key = `${issue.id} ${place.id}`;
            want[key] = (want[key] ?? 0) + 1;
          }
        }
      }
      await nightAndDay();
      const map = await mapFor(eve);
      const bands = Object.entries(want)
        .filter(([, count]) => count >= 5)
        .map(([place, count]) => [place, Math.floor(count / 5) * 5] as const)
        .map(([place, from]) => [place, `${from}–${from + 4}`]);
      expect(numbers(map)).toEqual(Object.fromEntries(bands));
      for (const { from } of map!.rows.flatMap(({ cells }) => cells)) {
        expect(from === null || from >= 5).toBe(true);
      }
      said += bands.length;
      await app.db.query('delete from account');
      await app.db.query('delete from work_map');
    }),
    // The first world surely has a number on the map.
    { numRuns: numberOfRuns(8), endOnFailure: true, examples: [[Array(9).fill(EASILY_FOUND)]] },
  );
  expect(said).toBeGreaterThan(0);
}, 240_000);
