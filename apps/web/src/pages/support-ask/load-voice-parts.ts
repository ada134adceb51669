import type { VoiceParts } from '../../features/support/voice/voice-parts';
import { loadChannelCatalogue } from '../../lib/text/language';

/** Loads the parts of voice notes with their texts, which are those of channels. */
export const loadVoiceParts = async (): Promise<VoiceParts> =>
  (await Promise.all([import('./voice-chunk'), loadChannelCatalogue()]))[0];
