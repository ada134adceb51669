import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';
import '../../ui/forms/entry-error-texts';

registerErrorTexts({
  'coalition.probation': msg`Podrás fundar una coalición cuando termine tu primer mes.`,
  'coalition.full': msg`Esta coalición ya tiene todos los participantes que puede tener.`,
  'participant.alreadyIn': msg`Ya es parte de esta coalición.`,
  'participant.nameTaken': msg`En esta coalición hay un participante con ese nombre o con uno que se le parece.`,
  'participant.takeOutInstead': msg`Es tu grupo u organización: puedes sacarlo de la coalición al instante, sin que nadie lo apruebe.`,
  'participant.tooManyNameChanges': msg`Su nombre ya cambió cinco veces en treinta días. Espera unos días.`,
  'participant.onlyTwo': msg`La coalición tiene solo dos grupos u organizaciones. El tuyo puede salir.`,
  'coalitionInvitation.waiting': msg`Ya hay una invitación para ese grupo u organización, abierta o anulada. Dura catorce días desde que se hizo.`,
  'coalitionInvitation.tooMany': msg`Ya hay veinte invitaciones de los últimos catorce días, que es el máximo. Anula un enlace o espera a que venza alguna.`,
  nameNeeded: msg`Hace falta un nombre para esta coalición: no todas las personas de Trama pueden ver el del grupo u organización.`,
});
