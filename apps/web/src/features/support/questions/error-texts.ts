import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.answered': msg`Este pedido ya tiene respuesta.`,
  'support.ended': msg`Este pedido ya terminó.`,
  'support.questionOpen': msg`Ya hay una pregunta sin contestar. Espera la respuesta antes de hacer otra.`,
  'support.questionAnswered': msg`Esta pregunta ya está contestada.`,
  'support.tooManyQuestions': msg`Ya hiciste todas las preguntas que se pueden hacer antes de contestar. Acepta el pedido o di que no.`,
  'support.askInCall': msg`Hay una llamada reservada: pregúntalo ahí.`,
});
