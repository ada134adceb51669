import type { Policy } from '../engine/rules.js';

const RETENTION = ['shorten', 'lengthen'] as const;

/**
 * A group's channel is its members'; a conversation is the two allies'. When one of them ends the alliance, each still
 * reads it, hears nothing more of it, and may put it away for themself. Who holds the group, or either of two allies, has
 * what is said kept for a shorter time; for longer each of them only asks.
 */
export const channelPolicy: Policy<'Channel'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const { kept, putAway } = viewer.pastAlliances;
  const past = { allianceId: { $in: kept } };
  allow(['read', 'watch', 'post'], { groupId: { $in: viewer.groups.member } });
  allow(['read', 'watch', 'post'], { allianceId: { $in: [...viewer.alliances, ...kept] } });
  allow('startTopic', { groupId: { $in: viewer.groups.member } });
  allow('putAway', past);
  allow('bringBack', { allianceId: { $in: putAway } });
  allow(['mentionAll', 'rename', 'archive', ...RETENTION], {
    groupId: { $in: viewer.groups.steward },
  });
  allow(RETENTION, { allianceId: { $in: [...viewer.alliances, ...kept] } });
  forbid(['watch', 'post', ...RETENTION], past).because('conversation.ended');
  const changes = ['post', 'startTopic', 'mentionAll', 'rename', 'archive', 'lengthen'] as const;
  forbid(changes, { archivedAt: { $ne: null } }).because('channel.archived');
};
