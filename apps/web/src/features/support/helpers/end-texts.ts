import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { HelperEndReason } from '../../../gql/types';

/** The reason why the help ended, for everybody who reads the list. */
export const END_TEXTS: Readonly<Record<HelperEndReason, MessageDescriptor>> = {
  requester: msg`Quien pidió apoyo no quiso, o ya no`,
  lead: msg`Lo terminó quien lleva el caso`,
  helper: msg`Esa persona no quiso, o se fue`,
  day: msg`Pasó el plazo`,
  case: msg`El caso terminó o volvió a la cola`,
  rights: msg`Esa persona ya no puede ayudar en este caso`,
};
