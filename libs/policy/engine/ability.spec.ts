import { abilityFrom, abilityOf } from './ability.js';
import { sightOf } from '../actions.js';
import type { Facts } from '../facts/facts.js';
import { gather } from './rules.js';
import { Viewer, type Duty } from '../viewer.js';

const ME = '00000000-0000-4000-8000-000000000001';
const SHE = '00000000-0000-4000-8000-000000000002';
const NOW = new Date(0);
const GROUP = '00000000-0000-4000-8000-000000000003';

const member = (more: Partial<Viewer> = {}): Viewer => ({
  ...Viewer.nobody(),
  accountId: ME,
  sessionId: ME,
  standing: 'member',
  isOnProbation: false,
  ...more,
});
const inGroup = { member: [GROUP], steward: [], plain: [GROUP] };
const channel: Facts['Channel'] = { groupId: GROUP, allianceId: null, archivedAt: null };
const introduction: Facts['Introduction'] = {
  askerId: ME,
  askedId: SHE,
  introducerId: SHE,
  passedAt: null,
  lapsedAt: null,
  state: 'waiting',
  hiddenFromIds: [],
};

it('is made once for a viewer object', () => {
  const viewer = member();
  expect(abilityOf(viewer)).toBe(abilityOf(viewer));
  expect(abilityOf({ ...viewer })).not.toBe(abilityOf(viewer));
});

it('throws when a fact that a rule mentions was not loaded', () => {
  const { archivedAt: _, ...partly } = channel;
  const ability = abilityOf(member({ groups: inGroup }));
  expect(() => ability.can('post', 'Channel', partly as Facts['Channel'])).toThrow(
    'policy: Channel.archivedAt was not loaded',
  );
  expect(() => ability.can('edit', 'Group')).toThrow('policy: Group.id was not loaded');
});

it('throws for an action or a subject that nobody named', () => {
  const ability = abilityOf(member());
  expect(() => ability.can('pots' as 'post', 'Channel', channel)).toThrow('no action pots');
  expect(() => ability.mayEver('read', 'constructor' as 'Channel')).toThrow('no subject');
});

it('asks an action that needs no row without facts', () => {
  expect(abilityOf(member()).can('found', 'Group')).toBe(true);
  const onProbation = abilityOf(member({ isOnProbation: true }));
  expect(onProbation.can('found', 'Group')).toBe(false);
  expect(onProbation.reason('found', 'Group')).toBe('group.probation');
});

describe('a reason', () => {
  it('is none when the action is allowed', () => {
    const ability = abilityOf(member({ groups: inGroup }));
    expect(ability.reason('post', 'Channel', channel)).toBeUndefined();
  });

  it('is told to whoever would be allowed but for it', () => {
    const ability = abilityOf(member({ groups: inGroup }));
    const archived = { ...channel, archivedAt: new Date(0) };
    expect(ability.reason('post', 'Channel', archived)).toBe('channel.archived');
    expect(abilityOf(member()).reason('post', 'Channel', archived)).toBe('policy.refused');
  });

  it('and the rights of the asker tell nothing of a silent decline', () => {
    const ability = abilityOf(member());
    const declined = { ...introduction, state: 'declined', passedAt: new Date(0) } as const;
    const lapsed = { ...introduction, lapsedAt: new Date(0) };
    for (const action of ['read', 'accept', 'decline', 'withdraw', 'block', 'report'] as const) {
      const answers = [introduction, declined, lapsed].map((facts) => [
        ability.can(action, 'Introduction', facts),
        ability.reason(action, 'Introduction', facts),
      ]);
      expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
    }
  });
});

it('tells whether there is any row at all', () => {
  const vetter = abilityOf(member({ duties: ['vet'] }));
  expect(vetter.mayEver('queue', 'Application')).toBe(true);
  expect(abilityOf(member()).mayEver('queue', 'Application')).toBe(false);
});

it('gives code without a person every action, and nobody but the door to apply', () => {
  const application: Facts['Application'] = {
    accountId: SHE,
    stage: 'accepted',
    assigneeIds: [],
    reviewerIds: [],
    tiedIds: [],
    wasAppealed: false,
    chainIds: [],
    appealUntil: NOW,
  };
  const system = abilityOf(Viewer.system('expire introductions'));
  expect(system.can('readFile', 'Application', application)).toBe(true);
  const nobody = abilityOf(Viewer.nobody());
  expect(nobody.can('submit', 'Application', application)).toBe(true);
  expect(nobody.can('read', 'Application', application)).toBe(false);
});

it('closes a file at once when a tie comes later', () => {
  const duties: Duty[] = ['vet'];
  const ability = abilityOf(member({ duties }));
  const open: Facts['Application'] = {
    accountId: SHE,
    stage: 'inReview',
    assigneeIds: [ME, SHE],
    reviewerIds: [],
    tiedIds: [],
    wasAppealed: false,
    chainIds: [],
    appealUntil: NOW,
  };
  expect(ability.can('readFile', 'Application', open)).toBe(true);
  expect(ability.can('readReviews', 'Application', open)).toBe(false);
  expect(ability.can('read', 'Application', { ...open, tiedIds: [SHE, ME] })).toBe(false);
});

it('sees through reading, but at the doors that are named', () => {
  expect(sightOf('Application', 'readFile')).toBe('read');
  expect(sightOf('Application', 'claim')).toBe('queue');
  expect(sightOf('Channel', 'post')).toBe('read');
});

it('refuses a sentence that compares with nothing', () => {
  const viewer = member();
  const none = undefined as unknown as string;
  expect(() =>
    gather('Block', (_, { allow }) => allow('read', { blockerId: none }), viewer),
  ).toThrow('Block.blockerId is compared with undefined');
  expect(() => gather('Block', (_, { allow }) => allow('read', {}), viewer)).toThrow('empty');
});

it('takes the last sentence that fits', () => {
  const rule = { action: ['read'], subject: 'Block' };
  const ability = abilityFrom(() => [
    rule,
    { ...rule, inverted: true as const, conditions: { blockerId: SHE } },
    { ...rule, conditions: { blockerId: { $in: [SHE] } } },
  ]);
  expect(ability.can('read', 'Block', { blockerId: SHE })).toBe(true);
});
