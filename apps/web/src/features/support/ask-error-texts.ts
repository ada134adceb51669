import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.paused': msg`Los pedidos de apoyo están en pausa. Vuelve a intentarlo más adelante. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.noSupporters': msg`Ahora no hay nadie que dé apoyo. Vuelve a intentarlo más adelante. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.sentAlready': msg`Ya recibimos este pedido. Está en «Tus pedidos».`,
  'support.deleted': msg`Borraste este pedido. Si quieres pedir apoyo otra vez, haz uno nuevo.`,
  'support.askedOften': msg`En las últimas 24 horas hiciste o reabriste seis pedidos. Podrás hacer otro más tarde. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.tooManyOpen': msg`Ya tienes tres pedidos abiertos. Retira uno para hacer otro.`,
});
