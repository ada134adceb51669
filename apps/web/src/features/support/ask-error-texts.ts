import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.paused': msg`Pedir apoyo está en pausa por ahora.`,
  'support.noSupporters': msg`Por ahora nadie puede dar apoyo.`,
  'support.tooManyOpen': msg`Ya tienes tres pedidos abiertos.`,
});
