import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

const RETENTION = ['shorten', 'lengthen'] as const;

/**
 * A group channel is open to the members of the group, a conversation to its two allies. After one ally ends the
 * alliance, each of the two can still read the conversation and put it away, but gets no notices about it. A
 * facilitator or steward can rename and archive a channel. A steward, or either ally, can shorten the retention. A
 * longer one needs a two-person act. A member who has not consented to changed agreements in time can only read.
 */
export const channelPolicy: Policy<'Channel'> = (viewer, rules) => {
  threadRules(viewer, rules);
  if (viewer.standing !== 'member') return;
  const { allow, forbid } = rules;
  const { kept, putAway } = viewer.pastAlliances;
  const past = { allianceId: { $in: kept } };
  allow(['read', 'watch', 'post'], { groupId: { $in: viewer.groups.member } });
  allow(['read', 'watch', 'post'], { allianceId: { $in: [...viewer.alliances, ...kept] } });
  allow('startTopic', { groupId: { $in: viewer.groups.member } });
  allow('putAway', past);
  allow('bringBack', { allianceId: { $in: putAway } });
  allow(['rename', 'archive'], { groupId: { $in: viewer.groups.facilitator } });
  allow(['mentionAll', ...RETENTION], { groupId: { $in: viewer.groups.steward } });
  allow(RETENTION, { allianceId: { $in: [...viewer.alliances, ...kept] } });
  forbid(['watch', 'post', ...RETENTION], past).because('conversation.ended');
  const changes = ['post', 'startTopic', 'mentionAll', 'rename', 'archive', 'lengthen'] as const;
  const readOnly = { groupId: { $in: viewer.groups.readOnly } };
  forbid([...changes, 'shorten'], readOnly).because('agreements.consentFirst');
  forbid(changes, { archivedAt: { $ne: null } }).because('channel.archived');
};

/** Applicants, suspended members and guests keep the thread of their own case. */
function threadRules({ standing, threads }: Viewer, { allow, forbid }: RuleBuilder<'Channel'>) {
  if (!['applicant', 'member', 'suspended', 'guest'].includes(standing)) return;
  allow(['read', 'watch'], { channelId: { $in: [...threads.open, ...threads.ended] } });
  allow('post', { channelId: { $in: threads.open } });
  forbid('post', { channelId: { $in: threads.ended } }).because('thread.ended');
}
