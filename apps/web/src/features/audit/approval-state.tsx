import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { TwoPersonState } from '../../gql/types';
import { Badge } from '../../ui/display/badge';

const STATES: Record<TwoPersonState, MessageDescriptor> = {
  waiting: msg`En espera`,
  approved: msg`Aprobado`,
  refused: msg`No aprobado`,
  withdrawn: msg`Retirado`,
  expired: msg`Venció`,
};
const LOOKS = { waiting: 'warn', approved: 'ok' } as const;

export function ApprovalState({ state }: { state: TwoPersonState }) {
  const { i18n } = useLingui();
  const look = state in LOOKS ? LOOKS[state as keyof typeof LOOKS] : undefined;
  return <Badge {...(look && { look })}>{i18n._(STATES[state])}</Badge>;
}
