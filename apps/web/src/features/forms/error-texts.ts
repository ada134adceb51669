import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'form.stale': msg`Lo escribiste hace más de un día. Revísalo antes de enviarlo.`,
});
