import { GroupAccess } from '#groups/group.entity.js';
import type { CreateGroupInput } from '#groups/groups.inputs.js';

/** Valid input for founding a group. */
export const GROUP_INPUT: CreateGroupInput = {
  name: 'Río Arriba',
  purpose: 'Verificar audios en las lenguas del río.',
  agreements: 'Primero escuchamos.',
  issueAreas: ['issue:indigenous-rights'],
  questions: ['¿Con quién trabajas?'],
  access: GroupAccess.request,
  isListed: true,
};
