import { CoalitionEntries } from './coalition-entries.js';
import { FamiliarNames } from './familiar-names.js';
import { GrantRows } from './grant-rows.js';
import { GrantsDataExport } from './grants.data-export.js';
import { GrantHandlers } from './grants.handlers.js';
import { GrantsResolver } from './grants.resolver.js';
import { GrantsService } from './grants.service.js';
import { HeldGrants } from './held-grants.js';
import { ShownParticipantsResolver } from './shown-participants.resolver.js';
import { ShownParticipantsService } from './shown-participants.service.js';
import { TakingPartResolver } from './taking-part.resolver.js';
import { TakingPartService } from './taking-part.service.js';

export const GRANT_SERVICES = [GrantsService, TakingPartService];
export const GRANT_PROVIDERS = [
  ...GRANT_SERVICES,
  ...[GrantsResolver, TakingPartResolver, ShownParticipantsResolver],
  ...[CoalitionEntries, FamiliarNames, GrantRows, HeldGrants, ShownParticipantsService],
  ...[GrantHandlers, GrantsDataExport],
];
