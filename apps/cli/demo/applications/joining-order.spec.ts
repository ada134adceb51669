import { findTerm, territoryLevel } from '#taxonomy/terms.js';
import {
  membersInJoiningOrder,
  MEMBERS_BEFORE_VOUCHES,
  PROBATION_DAYS,
  MAX_VOUCHES_PER_MONTH,
  MAX_VOUCHES_PER_MEMBER,
} from './joining-order.js';
import { isFounder, UNDOCUMENTED_PEOPLE, DEMO_PEOPLE } from '../people/people.js';

const come = membersInJoiningOrder();
const dayOf = new Map(come.map(({ person, joinedDaysAgo }) => [person.handle, joinedDaysAgo]));
const vouchesOf = (handle: string) =>
  come
    .filter(({ vouches }) => vouches.some(({ by }) => by === handle))
    .map(({ joinedDaysAgo }) => joinedDaysAgo);

describe('the people of the demo world', () => {
  it('include at least sixty people besides the documented sign-ins, with unique handles and names', () => {
    expect(UNDOCUMENTED_PEOPLE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(DEMO_PEOPLE.map(({ handle }) => handle)).size).toBe(DEMO_PEOPLE.length);
    expect(new Set(DEMO_PEOPLE.map(({ name }) => name)).size).toBe(DEMO_PEOPLE.length);
    expect(new Set(DEMO_PEOPLE.map(({ about }) => about)).size).toBe(DEMO_PEOPLE.length);
  });

  it('include the documented handles', () => {
    const handles = DEMO_PEOPLE.map(({ handle }) => handle);
    for (const [name, count] of [
      ['moderator', 5],
      ['supporter', 2],
      ['steward', 2],
      ['member', 4],
    ] as const) {
      for (let at = 1; at <= count; at += 1) expect(handles).toContain(`${name}${at}`);
    }
  });

  it('use only terms of the reference data', () => {
    for (const person of DEMO_PEOPLE) {
      const ids = [
        ...person.practices.map((slug) => `practice:${slug}`),
        ...person.issueAreas.map((slug) => `issue:${slug}`),
        ...person.territories.map((slug) => `territory:${slug}`),
        ...person.languages.map((slug) => `language:${slug}`),
        ...[...person.skills, ...person.seeks].map((slug) => `skill:${slug}`),
        ...person.interprets.map((slug) => `language:${slug}`),
      ];
      expect(ids.filter((id) => !findTerm(id))).toEqual([]);
      if (person.region) expect(territoryLevel(`territory:${person.region}`)).toBe('region');
    }
  });

  it('cover all three languages and every issue area, practice and shared territory', () => {
    for (const language of ['es', 'pt', 'en']) {
      expect(DEMO_PEOPLE.filter((person) => person.language === language).length).toBeGreaterThan(
        10,
      );
    }
    expect(new Set(DEMO_PEOPLE.flatMap(({ issueAreas }) => issueAreas)).size).toBe(8);
    expect(new Set(DEMO_PEOPLE.flatMap(({ practices }) => practices)).size).toBe(8);
    for (const slug of [
      'amazonia',
      'gran-chaco',
      'andes',
      'caribbean',
      'mesoamerica',
      'patagonia',
    ]) {
      expect(DEMO_PEOPLE.some(({ territories }) => territories.includes(slug))).toBe(true);
    }
  });

  it('contain no telephone number and no address outside trama.example', () => {
    for (const person of DEMO_PEOPLE) {
      expect(JSON.stringify(person)).not.toMatch(/\d{4,}[- ]?\d{3,}/);
      expect(person.reach).toMatch(/@trama\.example$/);
    }
  });

  it('include enough matches for the search of the first journey test', () => {
    const allies = DEMO_PEOPLE.filter(
      (person) =>
        person.isFindable &&
        person.issueAreas.includes('indigenous-rights') &&
        person.territories.includes('amazonia') &&
        person.languages.includes('pt'),
    );
    expect(allies.length).toBeGreaterThanOrEqual(5);
  });
});

describe('the order of joining in the demo world', () => {
  it('gives the same order on every run', () => {
    expect(membersInJoiningOrder()).toEqual(come);
    expect(dayOf.get('member4')).toBeLessThan(PROBATION_DAYS);
  });

  it('requires two vouches once ten members are past probation', () => {
    for (const { person, joinedDaysAgo, vouches } of come) {
      const settled = come.filter(
        ({ person: { handle }, joinedDaysAgo: day }) =>
          isFounder(handle) || day - joinedDaysAgo > PROBATION_DAYS,
      );
      const needed = !isFounder(person.handle) && settled.length >= MEMBERS_BEFORE_VOUCHES ? 2 : 0;
      expect([person.handle, new Set(vouches.map(({ by }) => by)).size]).toEqual([
        person.handle,
        needed,
      ]);
    }
  });

  it('uses vouches of members past probation who did not vouch for each other', () => {
    for (const { joinedDaysAgo, vouches } of come.filter((arrival) => arrival.vouches.length > 0)) {
      for (const { by } of vouches)
        expect(dayOf.get(by)! - joinedDaysAgo).toBeGreaterThan(PROBATION_DAYS);
      const [one, two] = vouches.map(({ by }) => come.find(({ person }) => person.handle === by)!);
      expect(one!.vouches.map(({ by }) => by)).not.toContain(two!.person.handle);
      expect(two!.vouches.map(({ by }) => by)).not.toContain(one!.person.handle);
    }
  });

  it('respects the quotas of vouches', () => {
    for (const { handle } of DEMO_PEOPLE) {
      const days = vouchesOf(handle);
      expect(days.length).toBeLessThanOrEqual(MAX_VOUCHES_PER_MEMBER);
      for (const day of days) {
        const month = days.filter((other) => other >= day && other - day <= PROBATION_DAYS + 5);
        expect(month.length).toBeLessThanOrEqual(MAX_VOUCHES_PER_MONTH);
      }
    }
  });

  it('assigns two reviewers who did not vouch', () => {
    for (const { vouches, reviewers } of come) {
      expect(new Set(reviewers).size).toBe(2);
      expect(reviewers.every(isFounder)).toBe(true);
      expect(vouches.some(({ by }) => reviewers.includes(by))).toBe(false);
    }
  });
});
