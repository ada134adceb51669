import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/page/empty-state';

/** The one answer for every grant that the viewer cannot use, so that the reason stays open. */
export function ClosedInvitation() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Esta invitación ya no sirve</Trans>}
      actions={
        <ButtonLink kind="primary" to="/coalitions">
          <Trans>Ver las coaliciones</Trans>
        </ButtonLink>
      }
    >
      <Trans>Puede que ya participes, o que haya terminado. No hace falta que hagas nada.</Trans>
    </EmptyState>
  );
}
