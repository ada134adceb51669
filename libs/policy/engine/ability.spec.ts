import { abilityFromRules, abilityOf } from './ability.js';
import { visibilityActionOf } from '../policy-actions.js';
import type { FactsBySubject } from '../facts/facts-by-subject.js';
import { collectRules } from './policy-rules.js';
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
const inGroup = { member: [GROUP], facilitator: [], steward: [], plain: [GROUP], readOnly: [] };
const channel: FactsBySubject['Channel'] = {
  ...{
    groupId: GROUP,
    groupArchivedAt: null,
    allianceId: null,
    channelId: GROUP,
    archivedAt: null,
  },
};
const introduction: FactsBySubject['Introduction'] = {
  askerId: ME,
  askedId: SHE,
  introducerId: SHE,
  passedAt: null,
  lapsedAt: null,
  state: 'waiting',
  hiddenFromIds: [],
};

it('abilityOf creates one ability per viewer object', () => {
  const viewer = member();
  expect(abilityOf(viewer)).toBe(abilityOf(viewer));
  expect(abilityOf({ ...viewer })).not.toBe(abilityOf(viewer));
});

it('an ability throws when a fact that a rule uses was not loaded', () => {
  const { archivedAt: _, ...partly } = channel;
  const ability = abilityOf(member({ groups: inGroup }));
  expect(() => ability.can('post', 'Channel', partly as FactsBySubject['Channel'])).toThrow(
    'policy: Channel.archivedAt was not loaded',
  );
  expect(() => ability.can('edit', 'Group')).toThrow('policy: Group.archivedAt was not loaded');
});

it('an ability throws for an unknown action or subject', () => {
  const ability = abilityOf(member());
  expect(() => ability.can('pots' as 'post', 'Channel', channel)).toThrow('no action pots');
  expect(() => ability.mayEver('read', 'constructor' as 'Channel')).toThrow('no subject');
});

it('an ability needs no facts to check an action that needs no row', () => {
  expect(abilityOf(member()).can('found', 'Group')).toBe(true);
  const onProbation = abilityOf(member({ isOnProbation: true }));
  expect(onProbation.can('found', 'Group')).toBe(false);
  expect(onProbation.reason('found', 'Group')).toBe('group.probation');
});

describe('Ability.reason', () => {
  it('returns undefined when the action is allowed', () => {
    const ability = abilityOf(member({ groups: inGroup }));
    expect(ability.reason('post', 'Channel', channel)).toBeUndefined();
  });

  it('discloses a reason only to a viewer who would otherwise be allowed', () => {
    const ability = abilityOf(member({ groups: inGroup }));
    const archived = { ...channel, archivedAt: new Date(0) };
    expect(ability.reason('post', 'Channel', archived)).toBe('channel.archived');
    expect(abilityOf(member()).reason('post', 'Channel', archived)).toBe('policy.refused');
  });

  it('does not disclose a silent decline to the requester of an introduction', () => {
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

it('Ability.mayEver returns whether the viewer could do the action to any row', () => {
  const vetter = abilityOf(member({ duties: ['vet'] }));
  expect(vetter.mayEver('queue', 'Application')).toBe(true);
  expect(abilityOf(member()).mayEver('queue', 'Application')).toBe(false);
});

it('the policy allows the system viewer every action and an anonymous viewer only to apply', () => {
  const application: FactsBySubject['Application'] = {
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

it('the policy closes an application file when a conflict of interest is added later', () => {
  const duties: Duty[] = ['vet'];
  const ability = abilityOf(member({ duties }));
  const open: FactsBySubject['Application'] = {
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

it('visibilityActionOf returns read, except for actions that are listed with another permission', () => {
  expect(visibilityActionOf('Application', 'readFile')).toBe('read');
  expect(visibilityActionOf('Application', 'claim')).toBe('queue');
  expect(visibilityActionOf('Channel', 'post')).toBe('read');
});

it('collectRules rejects a rule that compares with undefined or has empty conditions', () => {
  const viewer = member();
  const none = undefined as unknown as string;
  expect(() =>
    collectRules('Block', (_, { allow }) => allow('read', { blockerId: none }), viewer),
  ).toThrow('Block.blockerId is compared with undefined');
  expect(() => collectRules('Block', (_, { allow }) => allow('read', {}), viewer)).toThrow('empty');
});

it('an ability applies the last matching rule', () => {
  const rule = { action: ['read'], subject: 'Block' };
  const ability = abilityFromRules(() => [
    rule,
    { ...rule, inverted: true as const, conditions: { blockerId: SHE } },
    { ...rule, conditions: { blockerId: { $in: [SHE] } } },
  ]);
  expect(ability.can('read', 'Block', { blockerId: SHE })).toBe(true);
});
