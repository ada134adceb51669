import type { Policy, RulesOf } from './rules.js';
import type { Viewer } from './viewer.js';

/**
 * Read where the channel is read, as far back as one's history reaches; changed by its author, removed by a steward. In a
 * conversation that is over its author may still take it back.
 */
export const messagePolicy: Policy<'Message'> = (viewer, rules) => {
  if (viewer.standing !== 'member') return;
  const { allow, forbid } = rules;
  const own = { accountId: viewer.accountId };
  for (const place of places(viewer)) {
    allow(['read', 'block', 'report'], place);
    allow(['edit', 'delete'], { ...place, ...own });
  }
  allow('remove', { groupId: { $in: viewer.groups.steward }, openToIds: viewer.accountId });
  forbid(['block', 'report', 'remove'], own);
  forbid(['edit', 'delete', 'remove', 'report'], { deletedAt: { $ne: null } }).because(
    'message.deleted',
  );
  mayNotEdit(viewer, rules);
};

const places = ({ groups, alliances, pastAlliances, accountId }: Viewer) => [
  { groupId: { $in: groups.member }, openToIds: accountId },
  { allianceId: { $in: [...alliances, ...pastAlliances.kept] } },
];

function mayNotEdit({ at, pastAlliances }: Viewer, { forbid }: RulesOf<'Message'>): void {
  forbid('edit', { channelArchivedAt: { $ne: null } }).because('channel.archived');
  forbid('edit', { allianceId: { $in: pastAlliances.kept } }).because('conversation.ended');
  forbid('edit', { editableUntil: { $lte: at } }).because('message.tooOld');
}
