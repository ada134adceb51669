import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.partnerInvited': msg`Ya está en tu lado o tiene una invitación abierta.`,
  'support.sideFull': msg`Puedes sumar a cinco personas, contando las invitaciones abiertas. Retira una para invitar a alguien más.`,
  nameOfAnother: msg`Ese nombre se parece al de otra persona del caso o de quien da apoyo. Elige otro.`,
  'support.notAccepted': msg`Este caso ya no está en marcha. Recarga la página.`,
});
