import { ParticipantRemovalResolver } from './participant-removal.resolver.js';
import { ParticipantRemovalService } from './participant-removal.service.js';
import { RemoveParticipantAct } from './remove-participant-act.js';

export const REMOVAL_PROVIDERS = [
  ...[ParticipantRemovalService, ParticipantRemovalResolver, RemoveParticipantAct],
];
