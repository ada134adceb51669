import { msg } from '@lingui/core/macro';
import { explain } from '../../../lib/server/errors';
import '../matters/error-texts';

/** Texts for errors when a member answers a notice. */
explain({
  'notice.closed': msg`El asunto ya se cerró: no hace falta responder.`,
});
