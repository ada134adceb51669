import { msg } from '@lingui/core/macro';
import { explain } from '../../../lib/server/errors';

explain({
  'group.notMorePrivate': msg`El grupo ya es así, o más cerrado.`,
  'group.notLessPrivate': msg`El grupo ya es así, o más abierto.`,
});
