import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.paused': msg`Pedir apoyo está en pausa por ahora.`,
  'support.noSupporters': msg`Por ahora nadie puede dar apoyo.`,
  'support.sentAlready': msg`Ya recibimos un pedido desde este formulario. Míralo en Mis pedidos.`,
  'support.deleted': msg`Borraste este pedido. Si quieres pedir apoyo otra vez, haz uno nuevo.`,
  'support.tooManyOpen': msg`Ya tienes tres pedidos abiertos.`,
});
