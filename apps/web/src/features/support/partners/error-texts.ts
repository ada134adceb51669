import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../../../ui/forms/invitation-error-texts';

registerErrorTexts({
  'support.partnerInvited': msg`Esa persona ya está en el caso o ya tiene una invitación.`,
  'support.sideFull': msg`Puedes invitar a cinco personas, contando las invitaciones abiertas. Retira una para invitar a alguien más.`,
  nameOfAnother: msg`Ese nombre se parece al de otra persona del caso o de quien da apoyo. Elige otro.`,
  'support.notAccepted': msg`Este caso ya no está en marcha. Recarga la página.`,
});
