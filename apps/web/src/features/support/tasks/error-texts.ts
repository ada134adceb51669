import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.tasksFull': msg`Un caso puede tener hasta 50 pendientes. Quita alguno que ya esté hecho.`,
});
