import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.notAccepted': msg`Este caso ya no está en marcha. Recarga la página.`,
  'support.notClosed': msg`Este pedido no se puede reabrir. Puedes hacer un pedido nuevo.`,
  'support.endedForConduct': msg`Se cerró por insultos o amenazas y no se puede reabrir. Puedes hacer otro pedido; esa persona no lo leerá.`,
  'support.reopenTooLate': msg`Pasaron más de 30 días desde que se cerró. Puedes hacer un pedido nuevo.`,
});
