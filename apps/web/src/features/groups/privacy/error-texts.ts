import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'group.notMorePrivate': msg`El grupo ya tiene esta opción, o una más privada.`,
  'group.notLessPrivate': msg`El grupo ya tiene esta opción, o una más abierta.`,
});
