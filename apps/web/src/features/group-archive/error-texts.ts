import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'group.unarchiveOver': msg`Ya pasaron los 30 días: el grupo no se puede volver a abrir.`,
});
