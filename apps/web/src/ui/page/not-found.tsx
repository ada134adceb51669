import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../actions/button';
import { EmptyState } from './empty-state';
import { Page } from './page';

/** One text for an object that never existed, was deleted or is hidden from this account. */
export function NotFound() {
  return (
    <Page>
      <EmptyState
        level="h1"
        title={<Trans>No encontramos esa página</Trans>}
        actions={
          <ButtonLink kind="primary" to="/">
            <Trans>Volver a Inicio</Trans>
          </ButtonLink>
        }
      >
        <Trans>
          Puede que ya no exista, que la dirección tenga un error o que no tengas acceso.
        </Trans>
      </EmptyState>
    </Page>
  );
}
