import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Retention } from '../../gql/types';

/** Display name of each channel retention. */
export const RETENTION_NAMES: Readonly<Record<Retention, MessageDescriptor>> = {
  longest: msg`El máximo de esta instancia`,
  days30: msg`30 días`,
  days7: msg`7 días`,
  days1: msg`1 día`,
  hours1: msg`1 hora`,
};
