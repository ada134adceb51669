import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

/** Text for inviting a person into a group, an organisation or a case. */
registerErrorTexts({
  'person.notTaking': msg`Por ahora no recibe pedidos. Solo sus alianzas pueden invitarle.`,
});
