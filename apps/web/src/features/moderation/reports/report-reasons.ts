import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReportReason } from '../../../gql/types';

/** Reasons in display order. */
export const REPORT_REASONS: readonly (readonly [ReportReason, MessageDescriptor])[] = [
  ['harassment', msg`Me acosa o insiste cuando dije que no`],
  ['threat', msg`Amenaza o hay peligro`],
  ['hate', msg`Odio o discriminación`],
  ['exposure', msg`Expone datos de alguien`],
  ['impersonation', msg`Se hace pasar por otra persona`],
  ['spam', msg`Spam o estafa`],
  ['other', msg`Otra cosa`],
];
