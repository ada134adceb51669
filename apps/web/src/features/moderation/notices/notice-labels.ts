import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { NoticeDelay, NoticeKind } from '../../../gql/types';
import { SANCTION_LABELS } from '../../../lib/text/moderation-names';

/** Names of sanctions, for the notified member and at the desk. */
export const NOTICE_KIND_LABELS: Record<NoticeKind, MessageDescriptor> = {
  talk: msg`Moderación te escribe`,
  ...SANCTION_LABELS,
};

export const NOTICE_DELAY_REASONS: readonly (readonly [NoticeDelay, MessageDescriptor])[] = [
  ['dangerToSomebody', msg`Alguien quedaría en peligro`],
  ['dangerToThemself', msg`Se pondría en peligro`],
  ['retaliation', msg`Podría haber represalias`],
];
