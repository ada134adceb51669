import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';
import '../../ui/forms/entry-error-texts';
import '../../ui/forms/invitation-error-texts';

registerErrorTexts({
  'agreements.consentFirst': msg`Los acuerdos cambiaron: acéptalos primero.`,
  agreementsUnchanged: msg`Es el mismo texto que está vigente.`,
  'group.probation': msg`Podrás fundar un grupo cuando termine tu primer mes.`,
  'group.alreadyIn': msg`Ya es parte de este grupo.`,
  'group.removed': msg`Te sacaron de este grupo. Puedes volver cuando quien lo sostiene te lo permita.`,
  'group.hiddenByRequest': msg`Un grupo oculto no recibe pedidos: elige por invitación.`,
  'group.questionsChanged': msg`Alguien cambió las preguntas mientras tanto. Vuelve a abrir esta página.`,
  'joinRequest.questionsChanged': msg`Las preguntas del grupo cambiaron. Responde las de ahora.`,
  'joinRequest.waiting': msg`Ya pediste entrar. Falta que te respondan.`,
  'joinRequest.askedBefore': msg`Ya pediste entrar a este grupo hace poco.`,
  'joinRequest.decided': msg`Este pedido ya tiene respuesta.`,
  'joinRequest.undoOver': msg`Ya pasaron los 30 segundos: el pedido quedó sin aceptar.`,
  'joinRequest.own': msg`No puedes decidir tu propio pedido.`,
  'groupInvitation.notWaiting': msg`Esta invitación ya no está abierta.`,
  'membership.lastSteward': msg`Antes de salir, pásale el grupo a otra persona.`,
  'membership.leaveInstead': msg`Para irte del grupo usa «Salir del grupo».`,
  'membership.own': msg`Ya sostienes este grupo.`,
  'membership.unlisted': msg`Alguna de esas personas no aparece en la lista del grupo: no puedes presentarla ni pasarle el grupo. Para que lo sostenga, pídeselo.`,
  'membership.probation': msg`Podrás sostener un grupo cuando termine tu primer mes.`,
  'membership.newcomer': msg`Esa persona está en su primer mes en Trama: todavía no puede sostener un grupo.`,
  'membership.ended': msg`Esa persona ya no está en el grupo.`,
  'persona.none': msg`Guarda primero el otro nombre.`,
  'persona.spoke': msg`Ya escribiste con este nombre: quitarlo mostraría quién lo dijo. Para estar con tu perfil, sal de aquí y vuelve a entrar.`,
  hiddenByRequest: msg`Un grupo oculto no recibe pedidos.`,
});
