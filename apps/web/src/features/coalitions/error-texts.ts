import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';
import '../../ui/forms/entry-error-texts';

registerErrorTexts({
  'coalition.probation': msg`Podrás fundar una coalición cuando termine tu primer mes.`,
  'coalition.full': msg`Esta coalición ya tiene todos los participantes que puede tener.`,
  'participant.alreadyIn': msg`Ya es parte de esta coalición.`,
  'participant.nameTaken': msg`En esta coalición hay un participante con ese nombre o con uno que se le parece.`,
  'participant.takeOutInstead': msg`Es tu participante: puedes retirarlo al instante, sin que nadie lo apruebe.`,
  'participant.tooManyNameChanges': msg`Se cambió cinco veces en treinta días entre el nombre propio y otro. Espera unos días.`,
  'participant.onlyTwo': msg`La coalición tiene solo dos participantes. El tuyo puede retirarse.`,
  'coalitionInvitation.waiting': msg`Ya hay una invitación para ese grupo u organización, abierta o anulada. Dura catorce días desde que se hizo.`,
  'coalitionInvitation.tooMany': msg`Hay veinte invitaciones de los últimos catorce días. Anula un enlace, o espera a que venza alguna.`,
  nameNeeded: msg`Hace falta un nombre para esta coalición: el propio no lo ve cualquier miembro de Trama.`,
});
