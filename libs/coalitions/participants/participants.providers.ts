import { EndedParties } from './ended-parties.js';
import { LockedParticipantsService } from './locked-participants.service.js';
import { ParticipantAdmission } from './participant-admission.js';
import { ParticipantCandidates } from './participant-candidates.js';
import { ParticipantChangesService } from './participant-changes.service.js';
import { ParticipantNames } from './participant-names.js';
import { ClosedPartyHandlers } from './participants.handlers.js';
import { ParticipantPeople } from './participant-people.js';
import { ParticipantsResolver } from './participants.resolver.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipantViewsService } from './participant-views.service.js';

export const PARTICIPANT_SERVICES = [
  ...[ParticipantsService, ParticipantViewsService, ParticipantChangesService],
  LockedParticipantsService,
];
export const PARTICIPANT_PROVIDERS = [
  ...PARTICIPANT_SERVICES,
  ...[ParticipantsResolver, ParticipantAdmission, ParticipantCandidates, ParticipantNames],
  ...[EndedParties, ClosedPartyHandlers, ParticipantPeople],
];
