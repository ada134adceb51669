import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'successionRequest.notNeeded': msg`El grupo ya tiene quien lo sostenga. No hace falta que respondas.`,
  'successionRequest.notWaiting': msg`Este pedido ya terminó.`,
});
