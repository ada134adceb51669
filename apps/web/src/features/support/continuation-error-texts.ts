import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.notAccepted': msg`Ya no está en marcha.`,
  'support.notClosed': msg`Este pedido no se puede reabrir.`,
  'support.endedForConduct': msg`Se cerró por insultos o amenazas y no se puede reabrir.`,
  'support.reopenTooLate': msg`Pasaron más de 30 días desde que se cerró. Puedes hacer un pedido nuevo.`,
});
