import { GROUPS } from '../groups.js';
import { isFounder, OTHER_PEOPLE, PEOPLE } from '../people/people.js';
import type { DemoPerson } from '../people/person.js';
import { seeded } from '../seeded.js';
import { VOUCH_TEXTS, type VouchText } from './vouch-texts.js';

/** Duration of probation in days. The next two constants are the quotas of vouches. */
export const PROBATION_DAYS = 30;
export const VOUCHES_A_MONTH = 5;
export const VOUCHES_IN_ALL = 20;
/** Applications need no vouches until this many members are past probation. */
export const FIRST_MEMBERS = 10;

export interface DemoVouch extends VouchText {
  readonly by: string;
}

/**
 * How a person joined: founders directly, the first members with two reviews, all others with two vouches and two
 * reviews.
 */
export interface Arrival {
  readonly person: DemoPerson;
  readonly joinedDaysAgo: number;
  readonly vouches: readonly DemoVouch[];
  readonly reviewers: readonly [string, string];
}

/** Everybody in the order of joining. The result is the same on every run. */
export function arrivals(): Arrival[] {
  const random = seeded(2026);
  const days = joiningDays(random);
  const order = PEOPLE.toSorted((a, b) => days.get(b.handle)! - days.get(a.handle)!);
  const come: Arrival[] = [];
  for (const person of order) {
    const joinedDaysAgo = days.get(person.handle)!;
    const vouches = vouchesFor(person, joinedDaysAgo, come, random);
    come.push({ person, joinedDaysAgo, vouches, reviewers: reviewersOf(random) });
  }
  return come;
}

type Random = ReturnType<typeof seeded>;

/** Assigns days of joining to people without one: members of groups in the first months, the others later. */
function joiningDays(random: Random): Map<string, number> {
  const own = PEOPLE.flatMap(({ handle, joinedDaysAgo: day }) =>
    day ? [[handle, day] as const] : [],
  );
  const days = new Map(own);
  const grouped = new Set(GROUPS.flatMap(({ steward, members }) => [steward, ...members]));
  const others = random.shuffle(OTHER_PEOPLE.filter(({ handle }) => !days.has(handle)));
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
  const [first, second] = random.shuffle(PEOPLE.filter(({ handle }) => isFounder(handle)));
  return [first!.handle, second!.handle];
}

function vouchesFor(person: DemoPerson, day: number, come: readonly Arrival[], random: Random) {
  const settled = come.filter(({ joinedDaysAgo, person: { handle } }) =>
    isFounder(handle) ? true : joinedDaysAgo - day > PROBATION_DAYS,
  );
  if (settled.length < FIRST_MEMBERS) return [];
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
function mayVouch(handle: string, day: number, come: readonly Arrival[]): boolean {
  const days = come
    .filter(({ vouches }) => vouches.some(({ by }) => by === handle))
    .map(({ joinedDaysAgo }) => joinedDaysAgo);
  const recent = days.filter((earlier) => earlier - day <= PROBATION_DAYS + 7);
  return recent.length < VOUCHES_A_MONTH && days.length < VOUCHES_IN_ALL - 2;
}

const cameThroughEachOther = (a: Arrival, b: Arrival) =>
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
