import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';
import '../../ui/forms/invitation-error-texts';

registerErrorTexts({
  'organisation.probation': msg`Podrás crear una organización cuando termine tu primer mes.`,
  'organisation.alreadyIn': msg`Esa persona ya es parte de la organización.`,
  'organisation.invitedBefore': msg`Ya le llegó una invitación hace poco. Podrás volver a invitar cuando pasen noventa días.`,
  'organisation.invitations': msg`Hay muchas invitaciones abiertas. Espera a que alguna se resuelva, o retira una.`,
  'affiliation.lastSpokesperson': msg`Antes de salir, pásale la palabra a otra persona.`,
  'affiliation.leaveInstead': msg`Para irte usa «Salir de la organización».`,
  'affiliation.own': msg`Ya hablas por esta organización.`,
  noneChosen: msg`Elige al menos un grupo.`,
});
