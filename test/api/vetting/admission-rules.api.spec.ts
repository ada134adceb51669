import fc from 'fast-check';
import { sortPairIds } from '#members/relationships/alliance.entity.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { ApplicationRateLimits } from '#vetting/applicants/application-rate-limits.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { useApp } from '../../support/app/app.js';
import {
  type Applicant,
  makeApplicant,
  DECLINING_REVIEW,
  reviewerActions,
  makeTenMembers,
} from '../../support/factories/applicants-and-reviewers.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

/**
 * A second, simple implementation of the rules for admission and for conflicts of interest; the product must give the
 * same results on random worlds.
 */
interface World {
  /** The vouchers: numbers 0–4 are reviewers, 5–9 members. */
  readonly vouchers: readonly number[];
  readonly onProbation: readonly number[];
  /** Pairs (a, b): a vouched for the application of b. */
  readonly through: readonly (readonly [number, number])[];
  readonly allies: readonly number[];
  readonly separated: readonly number[];
  /** Members who share a group with the applicant, and the size of that group. */
  readonly grouped: readonly number[];
  readonly groupSize: number;
  /** The reviewers in order, with the recommendation of each. */
  readonly reviews: readonly (readonly [reader: number, recommends: 'accept' | 'decline'])[];
}

const VETTERS = 5;
const anyOne = fc.nat(9);
const few = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(one, { maxLength });
const anyWorld: fc.Arbitrary<World> = fc.record({
  vouchers: few(anyOne, 4),
  onProbation: few(fc.integer({ min: 5, max: 9 }), 2),
  through: fc.array(fc.tuple(anyOne, anyOne), { maxLength: 4 }),
  allies: few(fc.nat(4), 1),
  separated: few(fc.nat(4), 1),
  grouped: few(fc.nat(4), 1),
  groupSize: fc.constantFrom(9, 10, 11),
  reviews: fc.uniqueArray(
    fc.tuple(fc.nat(4), fc.constantFrom('accept' as const, 'decline' as const)),
    {
      selector: ([reader]) => reader,
      minLength: 2,
      maxLength: 4,
    },
  ),
});

const isTied = (world: World, who: number) =>
  world.vouchers.includes(who) ||
  world.allies.includes(who) ||
  world.separated.includes(who) ||
  (world.grouped.includes(who) && world.groupSize <= 10);

function vouchesCount(world: World): boolean {
  const good = world.vouchers.filter((who) => !world.onProbation.includes(who));
  const apart = (a: number, b: number) =>
    !world.through.some(([x, y]) => x !== y && ((x === a && y === b) || (x === b && y === a)));
  return good.some((a) => good.some((b) => a !== b && apart(a, b)));
}

/** Returns the result of a world: reviewers claim while a place is free, and the last one decides. */
function expected(world: World) {
  const written: World['reviews'][number][] = [];
  for (const review of world.reviews) {
    if (isTied(world, review[0])) continue;
    if (outcomeOf(written) !== undefined) continue;
    written.push(review);
  }
  const outcome = outcomeOf(written);
  const isIn = outcome === 'accept' && vouchesCount(world);
  return { read: written.map(([reader]) => reader), isIn, isOut: outcome === 'decline' };
}

function outcomeOf(written: World['reviews']) {
  const yes = written.filter(([, recommends]) => recommends === 'accept').length;
  const no = written.length - yes;
  if (yes >= 2 && yes > no) return 'accept';
  return no >= 2 && no > yes ? 'decline' : undefined;
}

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  await makeReviewers(app);
  await makeTenMembers(app);
  app.get(ApplicationRateLimits).sending = async () => undefined;
});

async function peopleOf(world: World): Promise<Person[]> {
  const people: Person[] = [];
  for (let n = 0; n < 10; n++) {
    const kind = n < VETTERS ? 'moderator' : world.onProbation.includes(n) ? 'probation' : 'member';
    people.push(await makePerson(app, `p${n}`, kind));
  }
  return people;
}

const addVouch = (voucherId: string, applicationId: string) =>
  app.db.query(
    `insert into vouch (voucher_id, application_id, attestations, created_at)
     values ($1, $2, '{seenWork}', $3) on conflict do nothing`,
    [voucherId, applicationId, app.clock.now()],
  );

/** Returns the id of the application with which the account was admitted long ago. */
async function arrivalOf(accountId: string): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `insert into application (account_id, stage, vouch_code, answers_hash, submitted_at, waits_since, decided_at)
     values ($1, 'accepted', gen_random_uuid()::text, '', now(), now(), now())
     on conflict (account_id) do update set stage = 'accepted' returning id`,
    [accountId],
  );
  return row!.id;
}

async function build(
  world: World,
  people: readonly Person[],
  { accountId }: Applicant,
  id: string,
) {
  const idOf = (who: number) => people[who]!.accountId;
  for (const who of world.vouchers) await addVouch(idOf(who), id);
  for (const [a, b] of world.through) {
    if (a !== b) await addVouch(idOf(a), await arrivalOf(idOf(b)));
  }
  for (const who of world.allies) {
    await app.db.write(() => app.get(AlliancesService).start(idOf(who), accountId));
  }
  for (const who of world.separated) {
    const { lowId, highId } = sortPairIds(idOf(who), accountId);
    await app.db.query('insert into separation (low_id, high_id) values ($1, $2)', [lowId, highId]);
  }
  const everybody = [...people, { accountId }].map((one) => one.accountId);
  for (const who of world.grouped) {
    await shareGroup([idOf(who), accountId], everybody, world.groupSize);
  }
}

/** Creates a group of these two and of accounts outside the world. */
async function shareGroup(
  two: readonly string[],
  everybody: readonly string[],
  size: number,
): Promise<void> {
  const [group] = await app.db.query<{ id: string }>(
    `insert into "group" (slug, name, purpose, is_listed, access)
     values (gen_random_uuid()::text, 'g', 'g', true, 'open') returning id`,
  );
  await app.db.query(
    `insert into membership (account_id, group_id, joined_at)
     select id, $1::uuid, now() from account where id = any($2::uuid[])
     union all (select id, $1::uuid, now() from account where id <> all($4::uuid[]) limit $3)`,
    [group!.id, two, size - 2, everybody],
  );
}

it('in random worlds the product admits exactly the applicants that the rules admit, and hides them from recused reviewers', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      // Closes the open applications of earlier worlds, which would fill the first page of the queue.
      await app.db.query(`update application set stage = 'withdrawn' where decided_at is null`);
      const people = await peopleOf(world);
      const nayra = await makeApplicant(app);
      const id = await nayra.id();
      await build(world, people, nayra, id);
      for (let who = 0; who < VETTERS; who++) {
        const isThere = (await reviewerActions(people[who]!).queue()).some(
          (item) => item.id === id,
        );
        expect({ who, isThere }).toEqual({ who, isThere: !isTied(world, who) });
      }
      const read: number[] = [];
      for (const [who, recommendation] of world.reviews) {
        const more = recommendation === 'accept' ? {} : DECLINING_REVIEW;
        const answer = await reviewerActions(people[who]!)
          .read(id, more)
          .catch((error: { code: string }) => error.code);
        if (typeof answer !== 'string') read.push(who);
        else expect(answer).toBe(isTied(world, who) ? 'NOT_FOUND' : 'CONFLICT');
      }
      const want = expected(world);
      const last = people[want.read.at(-1) ?? 0]!;
      const decline = { outcome: 'decline', reasonClass: 'other', words: 'No.' };
      const isIn = await reviewerActions(last)
        .decide(id)
        .then(
          () => true,
          () => false,
        );
      const isOut = await reviewerActions(last)
        .decide(id, decline)
        .then(
          () => true,
          () => false,
        );
      expect({ read, isIn, isOut }).toEqual(want);
    }),
    { numRuns: numberOfRuns(25), timeout: 60_000 },
  );
}, 300_000);
