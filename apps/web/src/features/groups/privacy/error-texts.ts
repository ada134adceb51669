import { msg } from '@lingui/core/macro';
import { explain } from '../../../lib/server/errors';

explain({
  'group.notMorePrivate': msg`El grupo ya tiene esta opción, o una más privada.`,
  'group.notLessPrivate': msg`El grupo ya tiene esta opción, o una más abierta.`,
});
