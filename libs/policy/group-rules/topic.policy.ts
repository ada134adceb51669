import type { Policy } from '../engine/policy-rules.js';

const CHANGES = ['rename', 'close', 'reopen'] as const;

/**
 * Members who can read and post in a channel can also read and post in its topics. The creator of a topic, the
 * facilitators and the stewards can change it. A closed topic is read-only, and so is every topic for a member who
 * has not consented to changed agreements in time.
 */
export const topicPolicy: Policy<'Topic'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const { groups, membershipIds } = viewer;
  allow(['read', 'post'], { groupId: { $in: groups.member } });
  allow(CHANGES, { groupId: { $in: groups.member }, makerId: { $in: membershipIds } });
  allow(CHANGES, { groupId: { $in: groups.facilitator } });
  const readOnly = { groupId: { $in: groups.readOnly } };
  forbid(['post', ...CHANGES], readOnly).because('agreements.consentFirst');
  forbid(['post', 'rename', 'close'], { closedAt: { $ne: null } }).because('topic.closed');
  forbid('reopen', { closedAt: null }).because('topic.open');
  forbid(['post', ...CHANGES], { channelArchivedAt: { $ne: null } }).because('channel.archived');
};
