import { SealedFiles1764000000120 } from './20261128-sealed-files.js';
import { Retention1764000000121 } from './20261128-retention.js';
import { Invitations1764000000122 } from './20261129-invitations.js';
import { VouchChains1764000000123 } from './20261130-vouch-chains.js';
import { Reopenings1764000000124 } from './20261201-reopenings.js';
import { IdleMembers1764000000125 } from './20261202-idle-members.js';
import { DeclaredConflicts1764000000140 } from './20261128-declared-conflicts.js';
import { Appeals1764000000141 } from './20261128-appeals.js';
import { ApplicationNotes1764000000142 } from './20261128-application-notes.js';
import { SeenBefore1764000000143 } from './20261128-seen-before.js';
import { DeskWords1764000000144 } from './20261129-desk-words.js';
import { untilDuties } from './until-duties.js';

/** The next of `all.ts`, for the same reason. */
export const untilDeskWords = [
  ...untilDuties,
  SealedFiles1764000000120,
  Retention1764000000121,
  Invitations1764000000122,
  VouchChains1764000000123,
  Reopenings1764000000124,
  IdleMembers1764000000125,
  DeclaredConflicts1764000000140,
  Appeals1764000000141,
  ApplicationNotes1764000000142,
  SeenBefore1764000000143,
  DeskWords1764000000144,
];
