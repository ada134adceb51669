import { Trans } from '@lingui/react/macro';
import type { GrantState } from '../../gql/types';

/** Why the viewer does not take part in a coalition of their group or organisation, in a few words. */
export function OutsideReason({ state }: { state: GrantState | null }) {
  if (state === 'waiting') return <Trans>No participas: te invitaron</Trans>;
  if (state === 'left') return <Trans>Saliste: puedes volver</Trans>;
  if (state === 'declined') return <Trans>No participas: descartaste la invitación</Trans>;
  return <Trans>No participas</Trans>;
}
