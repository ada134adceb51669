import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.answered': msg`Este pedido ya tiene respuesta.`,
  'support.notAccepted': msg`Primero hay que aceptarlo.`,
  'support.claimed': msg`Otra persona lo tomó justo antes.`,
  'support.noWorkName': msg`Antes de tomar un pedido, elige tu nombre de trabajo.`,
  'support.workNameTaken': msg`Otra persona ya usa ese nombre de trabajo.`,
  notTheirs: msg`Ese número no es de otro pedido abierto de la misma persona.`,
});
