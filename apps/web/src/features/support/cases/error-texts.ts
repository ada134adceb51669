import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../continuation-error-texts';

registerErrorTexts({
  'support.answered': msg`Este pedido ya tiene respuesta.`,
  'support.openFirst': msg`Abre el pedido y léelo antes de contestar.`,
  'support.claimed': msg`Otra persona lo tomó justo antes.`,
  'support.tooManyClaims': msg`Ya tienes tres pedidos sin contestar. Contesta o devuelve uno antes de tomar otro.`,
  'support.tooManyOpenings': msg`En las últimas 24 horas abriste 20 pedidos. Podrás tomar otro más tarde.`,
  'support.resting': msg`Estás descansando. Para tomar pedidos, termina el descanso en «Casos».`,
  'support.urgentRest': msg`Estás en la pausa después de un caso urgente. Para tomar otro urgente, termina la pausa en «Casos».`,
  'support.openLimit': msg`Ya llevas todos los pedidos y casos que se pueden llevar a la vez. Contesta, cierra o devuelve uno antes de tomar otro.`,
  'support.urgentLimit': msg`Ya llevas todos los urgentes que se pueden llevar a la vez. Contesta, cierra o devuelve uno antes de tomar otro urgente.`,
  'support.heldTooLong': msg`Se acabó el tiempo para contestarlo y ahora les toca a otras personas. Si nadie lo toma, podrás tomarlo en un día (en una hora si es urgente).`,
  'support.noWorkName': msg`Antes de tomar un pedido, elige tu nombre de trabajo.`,
  'support.renamedLately': msg`Puedes cambiar tu nombre de trabajo una vez cada 30 días.`,
  'support.workNameTaken': msg`Otra persona ya usa ese nombre de trabajo. Elige otro.`,
  notTheirs: msg`Ese pedido ya no está abierto.`,
});
