import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.ended': msg`Este pedido ya terminó.`,
});
