import { type DoorRow, free } from './door-row.js';

const OF_THE_ROW = free('Part of the row that was read, and of nothing else.');
const OWN_ROW = free('The viewer’s own.');

/** Fields that lead from a row to another, or name one: what is read there stands under a row of its own. */
export const EDGE_ROWS: Readonly<Record<string, DoorRow>> = {
  'field ApplicationAppeal.decision': 'Application.readFile',
  'field ApplicationFile.notes': 'ApplicationNote.read',
  'field ApplicationFile.questions': 'Application.readFile',
  'field ApplicationFile.vouches': 'Vouch.read',
  'field ApplicationReview.review': 'Review.read',
  'field AuditEntry.subjectId': OF_THE_ROW,
  'field AuditRecord.aboutId': OF_THE_ROW,
  'field AuditRecord.actorId': OF_THE_ROW,
  'field AuditRecord.subjectId': OF_THE_ROW,
  'field AuditVerification.faults': 'AuditEntry.verify',
  'field ChainFault.behind': 'AuditEntry.verify',
  'field Channel.allyId': 'Alliance.read',
  'field Channel.blockedAuthorIds': 'Block.read',
  'field Channel.group': 'Group.read',
  'field Channel.meId': OWN_ROW,
  'field DeskWords.templates': OF_THE_ROW,
  'field DutyHolder.duties': 'Duty.read',
  'field Group.archivedChannels': 'Channel.read',
  'field Group.channels': 'Channel.read',
  'field Group.myMembershipId': OWN_ROW,
  'field GroupInvitation.group': 'Group.read',
  'field GroupMember.personId': 'Profile.read',
  'field IntroducedPerson.personId': 'Profile.read',
  'field JoinRequest.group': 'Group.read',
  'field MadeInvitation.invitation': 'Invitation.read',
  'field MatterFile.history': 'Matter.readFile',
  'field MatterFile.reports': 'Report.readFile',
  'field Message.authorId': OF_THE_ROW,
  'field Message.channelId': OF_THE_ROW,
  'field Message.clientId': OWN_ROW,
  'field MyApplication.decision': 'Application.read',
  'field MyApplication.questions': 'Application.read',
  'field Person.conversationId': 'Channel.read',
  'field Profile.fields': 'ProfileField.edit',
  'field ProfileField.groupIds': OWN_ROW,
};
