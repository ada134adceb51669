import { msg } from '@lingui/core/macro';
import { explain } from '../../../lib/server/errors';
import '../matters/reasons';

/** Of what one is told, where it is answered. */
explain({
  'notice.closed': msg`El asunto ya se cerró: no hace falta responder.`,
});
