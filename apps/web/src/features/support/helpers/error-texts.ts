import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../../../ui/forms/invitation-error-texts';

registerErrorTexts({
  'support.helperAsked': msg`Ya le pediste ayuda a esa persona en este caso.`,
  'support.helpersFull': msg`En un caso ayudan tres personas de afuera como máximo. Termina con una para pedirle a otra.`,
  'support.helperChanged': msg`El texto o el plazo cambiaron mientras leías. Léelo otra vez.`,
  'support.noConsent': msg`Quien pidió apoyo no da permiso, o lo retiró. Sin su permiso no se comparte nada.`,
  nameOfAnother: msg`Ese nombre se parece al de otra persona del caso o de quien da apoyo. Elige otro.`,
});
