import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'introduction.tooManyOpen': msg`Ya tienes todas tus presentaciones abiertas en espera. Cuando una termine podrás pedir otra.`,
  'introduction.tooManyRecent': msg`Ya pediste diez presentaciones en treinta días. Espera unos días para la próxima.`,
  'introduction.askedBefore': msg`Ya le pediste una presentación hace menos de noventa días. Podrás volver a pedirla más adelante.`,
  'introduction.open': msg`Ya le pediste una presentación y sigue abierta.`,
  'introduction.ended': msg`Esta presentación ya terminó.`,
  'introduction.notWaiting': msg`Esta presentación ya tiene respuesta.`,
  'introduction.notTaking': msg`Por ahora no recibe pedidos de presentación. Puedes volver a mirar más adelante.`,
  'allyNote.changedMeanwhile': msg`Tu nota cambió en otra pestaña o dispositivo. Mírala de nuevo antes de guardar.`,
  'suggestion.tooManyOpen': msg`Tienes diez sugerencias abiertas en este grupo. Cuando una termine podrás hacer otra.`,
  'suggestion.agreed': msg`Ya dijiste que sí.`,
  'alliance.already': msg`Ya se conocen: puedes escribirle en Canales.`,
});
