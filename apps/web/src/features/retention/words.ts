import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** What a receipt says was destroyed, to whom it was about. */
export const DESTROYED: Readonly<Record<string, MessageDescriptor>> = {
  applicationFile: msg`Tu postulación y lo que se escribió sobre ella`,
  decision: msg`La decisión sobre tu postulación`,
  matterFile: msg`Lo que reportaste`,
  notice: msg`Lo que te escribió moderación, y lo que respondiste`,
  sanction: msg`Una medida de moderación sobre ti`,
};
