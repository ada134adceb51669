import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.youLeft': msg`Ya no estás en este caso. Para hacer eso, vuelve primero.`,
  'support.goesOn': msg`Este caso ya no está en pausa: alguien lo continuó.`,
  'support.casePaused': msg`Quien pidió apoyo ya no participa en este caso.`,
});
