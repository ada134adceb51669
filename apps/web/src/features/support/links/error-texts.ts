import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.linksFull': msg`Un caso puede tener hasta 20 enlaces. Quita alguno que ya no haga falta.`,
  noHttps: msg`El enlace tiene que empezar con https:// y no llevar usuario ni contraseña.`,
});
