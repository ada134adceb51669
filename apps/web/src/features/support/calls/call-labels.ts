import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CallCancelReason, CallOutcome } from '../../../gql/types';

export const CANCEL_LABELS: Record<CallCancelReason, MessageDescriptor> = {
  time: msg`No puedo a esa hora`,
  unwell: msg`No me siento bien`,
  safety: msg`No es seguro hablar entonces`,
  notNeeded: msg`Ya no hace falta`,
  other: msg`Otra razón`,
};

export const OUTCOME_LABELS: Record<CallOutcome, MessageDescriptor> = {
  lightTouch: msg`Apoyo breve (Light Touch Support)`,
  matchbox: msg`Propongo Matchbox (trabajo conjunto más intenso)`,
  referred: msg`Lo derivo a otro lugar`,
  notNow: msg`Ahora no`,
};
