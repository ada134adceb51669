import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.accountNeeded': msg`Aquí no se puede pedir apoyo sin cuenta. Escribe a la dirección que está en la página de apoyo.`,
  'support.haveAccount': msg`En este navegador hay una cuenta abierta. Pide apoyo desde ella, o cierra antes su sesión.`,
  'support.askedFromHere': msg`Desde esta conexión ya se hicieron tres pedidos hoy. Prueba mañana o desde otra conexión. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
});
