import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'thread.ended': msg`Esta conversación se puede leer, pero ya no se escribe en ella.`,
  notInThreads: msg`Aquí no se puede mencionar a nadie.`,
});
