import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';

interface ClosedInvitationProps {
  /** Path of another invitation to the same coalition. */
  other?: string | undefined;
}

/** The one answer for every grant that the viewer cannot use, so that the reason stays open. */
export function ClosedInvitation({ other }: ClosedInvitationProps) {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Esta invitación ya no sirve</Trans>}
      actions={
        <>
          {other && (
            <ButtonLink kind="primary" to={other}>
              <Trans>Ver otra invitación a la coalición</Trans>
            </ButtonLink>
          )}
          <ButtonLink kind={other ? 'line' : 'primary'} to="/coalitions">
            <Trans>Ver las coaliciones</Trans>
          </ButtonLink>
        </>
      }
    >
      <Trans>Puede que ya participes, o que haya terminado. No hace falta que hagas nada.</Trans>
    </EmptyState>
  );
}
