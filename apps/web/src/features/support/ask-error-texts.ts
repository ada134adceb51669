import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'support.paused': msg`Los pedidos de apoyo están en pausa. Vuelve a intentarlo más adelante. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.noSupporters': msg`Ahora no hay nadie que dé apoyo. Vuelve a intentarlo más adelante. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.sentAlready': msg`Ya recibimos este pedido. Está en «Tus pedidos».`,
  'support.voiceGone': msg`Una nota de voz del pedido ya no está: las que no se envían se borran en un día. Bórrala aquí o grábala otra vez.`,
  'support.voiceTooLarge': msg`La nota de voz pesa demasiado: el máximo son 5 MB. Graba una más corta.`,
  'support.voiceTooLong': msg`La nota de voz dura demasiado: el máximo son 5 minutos. Graba una más corta.`,
  'support.voiceNotAccepted': msg`No pudimos leer la nota de voz. Grábala otra vez.`,
  'support.voiceTooSlow': msg`La nota de voz tardó demasiado en subir. Prueba con mejor señal o graba una más corta.`,
  'support.voiceCut': msg`La nota de voz no terminó de subir. Inténtalo otra vez.`,
  'support.voiceBusy': msg`Ahora suben muchas notas de voz a la vez. Prueba otra vez en unos segundos.`,
  'support.voiceTooMany': msg`Grabaste muchas notas de voz en poco tiempo. Puedes borrar esta y escribir tu respuesta, o grabar en una hora.`,
  'support.voicesFromHere': msg`Desde esta conexión ya se grabaron muchas notas de voz hoy. Puedes borrar esta y escribir tu respuesta, o grabar mañana o desde otra conexión.`,
  'support.deleted': msg`Borraste este pedido. Si quieres pedir apoyo otra vez, haz uno nuevo.`,
  'support.askedOften': msg`En las últimas 24 horas hiciste o reabriste seis pedidos. Podrás hacer otro más tarde. Si hay peligro, no esperes: mira a quién llamar en «En peligro ahora».`,
  'support.tooManyOpen': msg`Ya tienes tres pedidos abiertos. Retira uno para hacer otro.`,
});
