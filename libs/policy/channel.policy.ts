import type { Policy } from './rules.js';

/** A group's channel is its members'; a conversation is the two allies', for as long as they are. */
export const channelPolicy: Policy<'Channel'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  allow(['read', 'post'], { groupId: { $in: viewer.groups.member } });
  allow(['read', 'post'], { allianceId: { $in: viewer.alliances } });
  allow(['rename', 'archive'], { groupId: { $in: viewer.groups.steward } });
  forbid(['post', 'rename', 'archive'], { archivedAt: { $ne: null } }).because('channel.archived');
};
