import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { NoticeDelay, NoticeKind } from '../../../gql/types';
import { MEASURES } from '../../../lib/words/moderation-words';

/** Names of sanctions, for the notified member and at the desk. */
export const KINDS: Record<NoticeKind, MessageDescriptor> = {
  talk: msg`Moderación te escribe`,
  ...MEASURES,
};

export const DELAYS: readonly (readonly [NoticeDelay, MessageDescriptor])[] = [
  ['dangerToSomebody', msg`Alguien quedaría en peligro`],
  ['dangerToThemself', msg`Se pondría en peligro`],
  ['retaliation', msg`Podría haber represalias`],
];
