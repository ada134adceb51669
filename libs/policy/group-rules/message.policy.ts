import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

const WRITING = ['react', 'edit', 'pin'] as const;
const CHANGES = [...WRITING, 'delete', 'remove', 'report'] as const;
const ALL = ['read', 'block', 'undoDelete', ...CHANGES] as const;

/**
 * A viewer who can read a channel can read its messages, within the viewer's history. The author can edit a message,
 * delete it, and undo the deletion for a short time. A steward can remove a message. A facilitator or steward can pin
 * it; in a conversation either ally can. In an ended conversation the author can still delete a message. After the
 * retention of a message ends, or its author deleted it with all others after they left, every action is refused. A
 * member who has not consented to changed agreements in time can read and delete. In a thread of a case nobody reacts,
 * pins or removes; its readers can report what others wrote, but not a guest, who has no account to act on.
 */
export const messagePolicy: Policy<'Message'> = (viewer, rules) => {
  if (!['applicant', 'member', 'suspended', 'guest'].includes(viewer.standing)) return;
  threadRules(viewer, rules);
  if (viewer.standing === 'member') memberRules(viewer, rules);
  endRules(viewer, rules);
};

function threadRules(viewer: Viewer, { allow, forbid }: RuleBuilder<'Message'>) {
  const { accountId, threads } = viewer;
  const inThread = { channelId: { $in: [...threads.open, ...threads.ended] } };
  allow(['read', 'report'], inThread);
  forbid('report', { ...inThread, accountId });
  forbid('report', { ...inThread, isOfGuest: true });
  const own = { channelId: { $in: threads.open }, accountId };
  allow(['edit', 'delete', 'undoDelete'], own);
  const ended = { channelId: { $in: threads.ended } };
  forbid(['edit', 'delete', 'undoDelete'], ended).because('thread.ended');
}

function memberRules(viewer: Viewer, { allow, forbid }: RuleBuilder<'Message'>) {
  const own = { accountId: viewer.accountId };
  for (const place of places(viewer)) {
    allow(['read', 'react', 'block', 'report'], place);
    allow(['edit', 'delete', 'undoDelete'], { ...place, ...own });
  }
  const inHistory = { openToIds: viewer.accountId };
  allow('remove', { groupId: { $in: viewer.groups.steward }, ...inHistory });
  allow('pin', { groupId: { $in: viewer.groups.facilitator }, ...inHistory });
  allow('pin', { allianceId: { $in: viewer.alliances } });
  forbid(['block', 'report', 'remove'], own);
}

/** Refusals for everybody. They come last, so that no other rule allows what they refuse. */
function endRules(viewer: Viewer, { forbid }: RuleBuilder<'Message'>) {
  forbid(CHANGES, { deletedAt: { $ne: null } }).because('message.deleted');
  const isTooLate = { deletedAt: { $ne: null }, undoableUntil: { $lte: viewer.at } };
  forbid('undoDelete', isTooLate).because('message.undoOver');
  const readOnly = { groupId: { $in: viewer.groups.readOnly } };
  forbid(WRITING, readOnly).because('agreements.consentFirst');
  forbid(WRITING, { channelArchivedAt: { $ne: null } }).because('channel.archived');
  forbid(WRITING, { topicClosedAt: { $ne: null } }).because('topic.closed');
  forbid(WRITING, { allianceId: { $in: viewer.pastAlliances.kept } }).because('conversation.ended');
  forbid('edit', { editableUntil: { $lte: viewer.at } }).because('message.tooOld');
  forbid([...CHANGES, 'undoDelete', 'block'], { isLine: true });
  forbid(ALL, { expiresAt: { $lte: viewer.at } });
  forbid(ALL, { authorDeletedAllAt: { $ne: null } });
}

const places = ({ groups, alliances, pastAlliances, accountId }: Viewer) => [
  { groupId: { $in: groups.member }, openToIds: accountId },
  { allianceId: { $in: [...alliances, ...pastAlliances.kept] } },
];
