import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';
import '../matters/error-texts';

/** Texts for errors when a member answers a notice. */
registerErrorTexts({
  'notice.closed': msg`El asunto ya se cerró: no hace falta responder.`,
});
