import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../cases/error-texts';

registerErrorTexts({
  'support.cannotBeAsked': msg`No se le puede pedir a esta persona, o se lo pediste hace menos de siete días. Elige a otra.`,
  'support.alreadyAsked': msg`Ya está en el caso o ya se lo pediste.`,
  'support.offeredOften': msg`En las últimas 24 horas pediste ayuda a colegas muchas veces. Podrás pedirla otra vez más tarde.`,
  'support.teamFull': msg`Un caso tiene como máximo tres personas además de quien lo lleva. Para sumar a alguien, otra persona tiene que dejarlo.`,
  'support.handoverOpen': msg`Ya le pediste a alguien que tome el caso. Retira esa invitación antes de hacer otra.`,
  'support.offerTooEarly': msg`Todavía no puedes aceptar: quien pidió apoyo tiene este tiempo para decir que no.`,
  'support.notAccepted': msg`Este caso ya no está en marcha. Recarga la página.`,
});
