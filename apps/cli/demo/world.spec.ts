import { findTerm } from '#taxonomy/terms.js';
import { DEMO_APPLICATIONS } from './applications/applications.js';
import { membersInJoiningOrder, PROBATION_DAYS } from './applications/joining-order.js';
import { DEMO_FILES } from './attached-files.js';
import { DEMO_GROUPS } from './groups.js';
import { DEMO_INTRODUCTIONS } from './introductions.js';
import {
  DEMO_FACILITATORS,
  DEMO_GROUP_INVITATIONS,
  DEMO_JOIN_REQUESTS,
  demoMemberships,
} from './memberships.js';
import { DEMO_ORGANISATIONS } from './organisations.js';
import { DEMO_PEOPLE } from './people/people.js';
import { PEOPLE_WITH_PICTURES, demoPictureOf } from './people/profile-pictures.js';
import type { MessageScript } from './messages/message-script.js';
import { ALLY_MESSAGES, GROUP_MESSAGES } from './messages/messages.js';
import {
  DEMO_SUPPORT_REQUESTS,
  DEMO_THREAD_MESSAGES,
  DEMO_WORK_NAMES,
} from './support-requests.js';

const DAY = 24 * 60;
const joined = new Map(
  membersInJoiningOrder().map(({ person, joinedDaysAgo }) => [person.handle, joinedDaysAgo]),
);
const members = demoMemberships();
const memberOf = (group: string, handle: string) =>
  members.find((one) => one.group === group && one.handle === handle);

describe('the groups of the demo world', () => {
  it('cover both visibilities and all three ways of joining', () => {
    expect(DEMO_GROUPS.map(({ slug }) => slug)).toEqual(
      'one two ten four five six seven eight nine'.split(' '),
    );
    expect(new Set(DEMO_GROUPS.map(({ visibility }) => visibility)).size).toBe(2);
    expect(new Set(DEMO_GROUPS.map(({ entry }) => entry)).size).toBe(3);
    for (const group of DEMO_GROUPS) {
      expect(group.issueAreas.filter((slug) => !findTerm(`issue:${slug}`))).toEqual([]);
      expect(group.questions.length > 0).toBe(group.entry === 'byRequest');
    }
  });

  it('have the documented stewards and members', () => {
    expect(DEMO_GROUPS[0]).toMatchObject({
      steward: 'steward1',
      visibility: 'listed',
      entry: 'byRequest',
    });
    expect(DEMO_GROUPS[1]).toMatchObject({ steward: 'steward2', visibility: 'hidden' });
    for (const [group, handle] of [
      ['one', 'member1'],
      ['two', 'member1'],
      ['one', 'member2'],
      ['one', 'member4'],
    ]) {
      expect(memberOf(group!, handle!)).toBeDefined();
    }
    expect(members.some(({ handle }) => handle === 'member3')).toBe(false);
  });

  it('have founders past probation and only members who had joined Trama', () => {
    for (const { group, handle, isSteward, joinedDaysAgo } of members) {
      expect(joined.get(handle)).toBeDefined();
      expect([group, handle, joined.get(handle)! > joinedDaysAgo]).toEqual([group, handle, true]);
      if (isSteward) expect(joined.get(handle)! - joinedDaysAgo).toBeGreaterThan(PROBATION_DAYS);
    }
  });

  it('have facilitators who were members before and are not stewards', () => {
    for (const { group, handle, daysAgo } of DEMO_FACILITATORS) {
      expect(memberOf(group, handle)).toMatchObject({ isSteward: false });
      expect(memberOf(group, handle)!.joinedDaysAgo).toBeGreaterThan(daysAgo);
    }
  });

  it('have an answer to each of their questions', () => {
    for (const { group, isSteward, answers } of members.filter((one) => !one.isSteward)) {
      const { questions } = DEMO_GROUPS.find(({ slug }) => slug === group)!;
      expect([group, isSteward, answers.length]).toEqual([group, false, questions.length]);
    }
    for (const { group, handle, answers } of DEMO_JOIN_REQUESTS) {
      expect(answers).toHaveLength(
        DEMO_GROUPS.find(({ slug }) => slug === group)!.questions.length,
      );
      expect(memberOf(group, handle)).toBeUndefined();
    }
    for (const { group, by, to } of DEMO_GROUP_INVITATIONS) {
      expect(memberOf(group, by)?.isSteward).toBe(true);
      expect(memberOf(group, to)).toBeUndefined();
      expect(joined.has(to)).toBe(true);
    }
  });
});

describe('the organisations of the demo world', () => {
  it('cover every audience and have founders past probation', () => {
    expect(DEMO_ORGANISATIONS).toHaveLength(4);
    expect(new Set(DEMO_ORGANISATIONS.map(({ audience }) => audience)).size).toBe(3);
    for (const { spokesperson, foundedDaysAgo, people, asked, ...said } of DEMO_ORGANISATIONS) {
      expect(joined.get(spokesperson)! - foundedDaysAgo).toBeGreaterThan(PROBATION_DAYS);
      const cameLater = (handle: string) => !(joined.get(handle)! > foundedDaysAgo);
      expect(Object.keys(people).filter(cameLater)).toEqual([]);
      expect(asked.filter((handle) => !(joined.get(handle)! > 3))).toEqual([]);
      const { issueAreas, practices, territories, languages } = said;
      const terms = Object.entries({ issue: issueAreas, practice: practices });
      const places = Object.entries({ territory: territories, language: languages });
      for (const [kind, slugs] of [...terms, ...places]) {
        expect(slugs.filter((slug) => !findTerm(`${kind}:${slug}`))).toEqual([]);
      }
    }
  });
});

describe('the pictures of the demo world', () => {
  it('each belong to a findable person who takes requests, and are the same on every run', () => {
    const drawn = PEOPLE_WITH_PICTURES.map((handle) => demoPictureOf(handle).toString('base64'));
    expect(new Set(drawn).size).toBe(PEOPLE_WITH_PICTURES.length);
    expect(demoPictureOf(PEOPLE_WITH_PICTURES[0]!).toString('base64') === drawn[0]).toBe(true);
    for (const handle of PEOPLE_WITH_PICTURES) {
      const { isFindable, takesRequests } = DEMO_PEOPLE.find((one) => one.handle === handle)!;
      expect([handle, isFindable, takesRequests]).toEqual([handle, true, true]);
    }
  });
});

describe('the messages of the demo world', () => {
  it('the demo world has more than three hundred messages, and some in every channel', () => {
    expect(GROUP_MESSAGES.flatMap(({ messages }) => messages).length).toBeGreaterThan(300);
    const channels = DEMO_GROUPS.flatMap(({ slug, channels: all }) =>
      all.map((one) => `${slug}/${one.slug}`),
    );
    expect([...new Set(GROUP_MESSAGES.map(({ place }) => place))].toSorted()).toEqual(
      channels.toSorted(),
    );
  });

  it('have authors who were already in the group, and unique texts', () => {
    for (const { place, messages } of GROUP_MESSAGES) {
      for (const { author, text, minutesAgo } of messages) {
        const member = memberOf(place.split('/')[0]!, author);
        const wasIn = member !== undefined && member.joinedDaysAgo * DAY > minutesAgo;
        expect([place, author, text, wasIn]).toEqual([place, author, text, true]);
        expect(text.length).toBeGreaterThan(2);
        expect(minutesAgo).toBeGreaterThan(0);
      }
    }
    const texts = GROUP_MESSAGES.flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at && text.length > 4)).toEqual([]);
  });

  it('attach each existing file once, in groups, between allies and in threads', () => {
    const filesIn = (talks: readonly MessageScript[]) =>
      talks.flatMap(({ messages }) => messages.flatMap(({ file }) => file ?? []));
    const inThreads = DEMO_THREAD_MESSAGES.flatMap(({ file }) => file ?? []);
    const brought = [...filesIn(GROUP_MESSAGES), ...filesIn(ALLY_MESSAGES), ...inThreads];
    expect(brought.toSorted()).toEqual(Object.keys(DEMO_FILES).toSorted());
    expect(filesIn(ALLY_MESSAGES).length).toBeGreaterThan(0);
    expect(filesIn(GROUP_MESSAGES).length).toBeGreaterThan(2);
    expect(inThreads.length).toBeGreaterThan(0);
  });

  it('have increasing, unique times in each channel', () => {
    for (const { place } of GROUP_MESSAGES) {
      const times = [...GROUP_MESSAGES, ...ALLY_MESSAGES]
        .filter((talk) => talk.place === place)
        .flatMap(({ messages }) => messages.map(({ minutesAgo }) => minutesAgo));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(new Set(times).size).toBe(times.length);
    }
  });

  it('between two allies begin only after their introduction', () => {
    for (const { place, messages } of ALLY_MESSAGES) {
      const [one, two] = place.split('+');
      const met = DEMO_INTRODUCTIONS.find(
        ({ from, to, end }) => from === one && to === two && end === 'accepted',
      )!;
      expect((met.daysAgo - met.answeredAfterDays) * DAY).toBeGreaterThan(messages[0]!.minutesAgo);
      expect(messages.every(({ author }) => author === one || author === two)).toBe(true);
    }
  });
});

describe('the requests for support of the demo world', () => {
  const endsOf = (side: 'by' | 'takenBy', handle: string) =>
    DEMO_SUPPORT_REQUESTS.filter((one) => one[side] === handle).map(({ end }) => end);

  it('contain every stage for each supporter and member1, a duplicate and one of an applicant', () => {
    const answered = ['accepted', 'declined', 'closed'];
    for (const handle of Object.keys(DEMO_WORK_NAMES))
      expect([handle, endsOf('takenBy', handle)]).toEqual([
        handle,
        expect.arrayContaining(['claimed', ...answered]),
      ]);
    expect(endsOf('by', 'member1')).toEqual(expect.arrayContaining(['waiting', ...answered]));
    expect(endsOf('by', 'applicant1')).toEqual(['waiting']);
    const duplicates = DEMO_SUPPORT_REQUESTS.filter(({ end }) => end === 'duplicate');
    expect(duplicates.length).toBeGreaterThan(0);
    for (const { by } of duplicates) expect(endsOf('by', by)).toContain('accepted');
  });

  it('name a supporter only if claimed, and at most three are open per requester', () => {
    for (const { by, end, takenBy } of DEMO_SUPPORT_REQUESTS) {
      const isTaken = end !== 'waiting' && end !== 'withdrawn';
      expect([by, end, takenBy !== undefined]).toEqual([by, end, isTaken]);
      const open = endsOf('by', by).filter((one) =>
        ['waiting', 'claimed', 'accepted'].includes(one),
      );
      expect([by, open.length <= 3]).toEqual([by, true]);
    }
  });
});

describe('the introductions of the demo world', () => {
  it('join two members each, and every pair at most once', () => {
    for (const { from, to, daysAgo } of DEMO_INTRODUCTIONS) {
      expect([from, joined.get(from)! > daysAgo]).toEqual([from, true]);
      expect([to, joined.get(to)! > daysAgo]).toEqual([to, true]);
    }
    expect(
      new Set(DEMO_INTRODUCTIONS.map(({ from, to }) => [from, to].toSorted().join())).size,
    ).toBe(DEMO_INTRODUCTIONS.length);
  });

  it('respect the quotas of introductions', () => {
    for (const { from } of DEMO_INTRODUCTIONS) {
      const own = DEMO_INTRODUCTIONS.filter((one) => one.from === from);
      const open = own.filter(
        ({ end, daysAgo }) => (end === 'waiting' || end === 'declined') && daysAgo < 30,
      );
      const most = joined.get(from)! < PROBATION_DAYS ? 1 : 3;
      expect([from, open.length <= most, own.length <= 10]).toEqual([from, true, true]);
    }
  });

  it('cover every outcome', () => {
    expect(new Set(DEMO_INTRODUCTIONS.map(({ end }) => end)).size).toBe(5);
    for (const { end, daysAgo } of DEMO_INTRODUCTIONS) {
      if (end === 'waiting') expect(daysAgo).toBeLessThan(30);
      if (end === 'expired') expect(daysAgo).toBeGreaterThan(30);
    }
  });
});

describe('the applications of the demo world', () => {
  it('cover every stage, and include the documented applicants with their vouches', () => {
    expect(new Set(DEMO_APPLICATIONS.map(({ stage }) => stage)).size).toBe(9);
    const [first, second] = DEMO_APPLICATIONS;
    expect(first).toMatchObject({ handle: 'applicant1', stage: 'waiting', reviews: [] });
    expect(first!.vouches).toHaveLength(2);
    expect(second).toMatchObject({
      handle: 'applicant2',
      stage: 'withoutVouches',
      vouches: [],
      reviews: [],
    });
  });

  it('use only terms of the reference data', () => {
    for (const one of DEMO_APPLICATIONS) {
      const ids = [
        ...one.practices.map((slug) => `practice:${slug}`),
        ...one.issueAreas.map((slug) => `issue:${slug}`),
        ...one.territories.map((slug) => `territory:${slug}`),
        ...one.languages.map((slug) => `language:${slug}`),
      ];
      expect(ids.filter((id) => !findTerm(id))).toEqual([]);
    }
  });

  it('have vouches of members who did not vouch for each other', () => {
    const come = membersInJoiningOrder();
    const through = (handle: string) =>
      come.find(({ person }) => person.handle === handle)!.vouches.map(({ by }) => by);
    for (const { vouches } of DEMO_APPLICATIONS) {
      for (const one of vouches) {
        for (const two of vouches) expect(through(one.by)).not.toContain(two.by);
      }
    }
  });

  it('have vouches of members past probation and reviews of moderators', () => {
    for (const { daysAgo, vouches, reviews, decision, stage } of DEMO_APPLICATIONS) {
      for (const { by } of vouches)
        expect([by, joined.get(by)! - daysAgo > PROBATION_DAYS]).toEqual([by, true]);
      for (const { by } of reviews) expect(by).toMatch(/^moderator[1-5]$/);
      expect(new Set(reviews.map(({ by }) => by)).size).toBe(reviews.length);
      expect(decision !== undefined).toBe(stage === 'declined' || stage === 'appealed');
    }
  });
});
