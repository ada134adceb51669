import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** Why moderation removed somebody, in a word or two. */
export const REMOVAL_REASONS: Readonly<Record<string, MessageDescriptor>> = {
  harassment: msg`Acoso`,
  threat: msg`Amenaza o peligro`,
  hate: msg`Odio`,
  exposure: msg`Expone datos`,
  impersonation: msg`Suplantación`,
  spam: msg`Propaganda o engaño`,
  other: msg`Otra cosa`,
};
