import { DEMO_GROUPS } from '../groups.js';
import { isFounder, UNDOCUMENTED_PEOPLE, DEMO_PEOPLE } from '../people/people.js';
import type { DemoPerson } from '../people/person.js';
import { createSeededRandom } from '../seeded-random.js';
import { VOUCH_TEXTS, type VouchText } from './vouch-texts.js';

/** Duration of probation in days. The next two constants are the quotas of vouches. */
export const PROBATION_DAYS = 30;
export const MAX_VOUCHES_PER_MONTH = 5;
export const MAX_VOUCHES_PER_MEMBER = 20;
/** Applications need no vouches until this many members are past probation. */
export const MEMBERS_BEFORE_VOUCHES = 10;

export interface DemoVouch extends VouchText {
  readonly by: string;
}

/**
 * How a person joined: founders directly, the first members with two reviews, all others with two vouches and two
 * reviews.
 */
export interface DemoJoining {
  readonly person: DemoPerson;
  readonly joinedDaysAgo: number;
  readonly vouches: readonly DemoVouch[];
  readonly reviewers: readonly [string, string];
}

/** Everybody in the order of joining. The result is the same on every run. */
export function membersInJoiningOrder(): DemoJoining[] {
  const random = createSeededRandom(2026);
  const days = joiningDays(random);
  const order = DEMO_PEOPLE.toSorted((a, b) => days.get(b.handle)! - days.get(a.handle)!);
  const come: DemoJoining[] = [];
  for (const person of order) {
    const joinedDaysAgo = days.get(person.handle)!;
    const vouches = vouchesFor(person, joinedDaysAgo, come, random);
    come.push({ person, joinedDaysAgo, vouches, reviewers: reviewersOf(random) });
  }
  return come;
}

type Random = ReturnType<typeof createSeededRandom>;

/**
 * Assigns a day of joining to everybody without a fixed day: members of groups join in the first months, other people
 * later.
 */
function joiningDays(random: Random): Map<string, number> {
  const own = DEMO_PEOPLE.flatMap(({ handle, joinedDaysAgo: day }) =>
    day ? [[handle, day] as const] : [],
  );
  const days = new Map(own);
  const grouped = new Set(DEMO_GROUPS.flatMap(({ steward, members }) => [steward, ...members]));
  const others = random.shuffle(UNDOCUMENTED_PEOPLE.filter(({ handle }) => !days.has(handle)));
  const spread = (people: readonly DemoPerson[], first: number, last: number) => {
    const step = (first - last) / (people.length - 1);
    people.forEach(({ handle }, at) => days.set(handle, Math.round(first - at * step)));
  };
  spread(
    others.filter(({ handle }) => grouped.has(handle)),
    255,
    110,
  );
  spread(
    others.filter(({ handle }) => !grouped.has(handle)),
    100,
    40,
  );
  return days;
}

function reviewersOf(random: Random): readonly [string, string] {
  const [first, second] = random.shuffle(DEMO_PEOPLE.filter(({ handle }) => isFounder(handle)));
  return [first!.handle, second!.handle];
}

function vouchesFor(person: DemoPerson, day: number, come: readonly DemoJoining[], random: Random) {
  const settled = come.filter(({ joinedDaysAgo, person: { handle } }) =>
    isFounder(handle) ? true : joinedDaysAgo - day > PROBATION_DAYS,
  );
  if (settled.length < MEMBERS_BEFORE_VOUCHES) return [];
  const free = random
    .shuffle(settled)
    .filter(({ person: { handle } }) => !isFounder(handle) && mayVouch(handle, day, come));
  const [first, ...others] = free.toSorted(
    (a, b) => near(b.person, person) - near(a.person, person),
  );
  const second = others.find((other) => !cameThroughEachOther(first!, other));
  return [first!, second!].map(({ person: voucher }) => ({
    by: voucher.handle,
    ...random.pick(VOUCH_TEXTS[voucher.language]),
  }));
}

/** Whether another vouch stays within the quotas, given everybody who has joined so far. */
function mayVouch(handle: string, day: number, come: readonly DemoJoining[]): boolean {
  const days = come
    .filter(({ vouches }) => vouches.some(({ by }) => by === handle))
    .map(({ joinedDaysAgo }) => joinedDaysAgo);
  const recent = days.filter((earlier) => earlier - day <= PROBATION_DAYS + 7);
  return recent.length < MAX_VOUCHES_PER_MONTH && days.length < MAX_VOUCHES_PER_MEMBER - 2;
}

const cameThroughEachOther = (a: DemoJoining, b: DemoJoining) =>
  a.vouches.some(({ by }) => by === b.person.handle) ||
  b.vouches.some(({ by }) => by === a.person.handle);

/** The number of terms that two people have in common. */
function near(a: DemoPerson, b: DemoPerson): number {
  const common = (one: readonly string[], two: readonly string[]) =>
    one.filter((slug) => two.includes(slug)).length;
  return (
    2 * common(a.territories, b.territories) +
    common(a.issueAreas, b.issueAreas) +
    common(a.practices, b.practices) +
    common(a.languages, b.languages)
  );
}
