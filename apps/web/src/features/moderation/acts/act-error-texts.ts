import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../matters/error-texts';

/** Texts for errors that only moderators get. */
registerErrorTexts({
  'matter.claimed': msg`Alguien ya tomó este asunto.`,
  notColleague: msg`Esa persona no modera. Elige de la lista.`,
  'sanction.rolling': msg`Hace menos de treinta días que terminó otra suspensión. Todavía no se puede repetir.`,
  'sanction.thirdSuspension': msg`Ya tuvo dos suspensiones. Otra no: lo que sigue necesita a dos personas, y es para siempre.`,
  'appeal.heard': msg`Esta apelación ya está respondida.`,
  'notice.told': msg`Ya se le avisó: no se puede deshacer.`,
  'sanction.notMember': msg`Esa cuenta ya no está activa.`,
  'sanction.notNow': msg`Eso no se puede hacer ahora en este asunto.`,
  'content.removed': msg`Ese contenido ya se quitó.`,
  'content.none': msg`Este reporte no trae contenido que se pueda quitar. Usa otra medida o cierra el asunto.`,
  'separation.already': msg`Ya hay una separación entre las dos personas.`,
  'separation.groupsChanged': msg`Los grupos que comparten cambiaron. Mira la lista de nuevo.`,
  'separation.persona': msg`Se conocen bajo otro nombre en un grupo: separar sus cuentas mostraría quién es.`,
});
