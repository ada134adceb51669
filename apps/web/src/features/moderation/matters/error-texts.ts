import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'account.gone': msg`Esa cuenta ya no existe.`,
  'report.open': msg`Ya reportaste esto. Moderación lo está viendo.`,
  'report.tooMany': msg`Son muchos reportes en un día. Si hay peligro, escribe a quien sostiene tu grupo.`,
  'report.heard': msg`Ya tenemos tres reportes tuyos sobre esta persona. Moderación los está viendo: no hace falta enviar más.`,
  'sanction.appealTooLate': msg`Se podía apelar durante veinte días.`,
  'sanction.appealedOnce': msg`Ya se apeló una vez.`,
  'notice.answered': msg`Ya respondiste.`,
  'message.deleted': msg`Ese mensaje ya no está.`,
});
