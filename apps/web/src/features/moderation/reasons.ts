import { msg } from '@lingui/core/macro';
import { explain } from '../../lib/errors';

explain({
  'block.persona': msg`En este grupo usa otro nombre, y bloquear aquí todavía no se puede. Puedes avisar a moderación.`,
  'account.gone': msg`Esa cuenta ya no existe.`,
  'report.open': msg`Ya nos avisaste de esto. Lo está viendo moderación.`,
  'report.tooMany': msg`Son muchos avisos en un día. Si hay peligro, escribe a quien sostiene tu grupo.`,
  'report.heard': msg`Ya tenemos tres avisos tuyos sobre esta persona. Moderación los está viendo: no hace falta enviar más.`,
  'matter.claimed': msg`Alguien ya tomó este asunto.`,
  notColleague: msg`Esa persona no modera. Elige de la lista.`,
  'sanction.rolling': msg`Hace menos de treinta días que terminó otra suspensión. Todavía no se puede repetir.`,
  'sanction.thirdSuspension': msg`Ya tuvo dos suspensiones. Otra no: lo que sigue necesita a dos personas, y es para siempre.`,
  'sanction.appealTooLate': msg`Se podía apelar durante veinte días.`,
  'sanction.appealedOnce': msg`Ya se apeló una vez.`,
  'appeal.heard': msg`Esta apelación ya está respondida.`,
  'notice.told': msg`Ya se le avisó: no se puede deshacer.`,
  'notice.answered': msg`Ya respondiste.`,
  'sanction.notMember': msg`Esa cuenta ya no está activa.`,
  'separation.already': msg`Ya hay una separación entre las dos personas.`,
  'separation.groupsChanged': msg`Los grupos que comparten cambiaron. Mira la lista de nuevo.`,
  'separation.persona': msg`Se conocen bajo otro nombre en un grupo: separar sus cuentas mostraría quién es.`,
  'message.deleted': msg`Ese mensaje ya no está.`,
});
