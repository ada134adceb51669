import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

/** The last net: what broke is not shown and not sent anywhere. */
export class Crash extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="page">
        <EmptyState
          level="h1"
          title={<Trans>Esta página se detuvo</Trans>}
          actions={
            <Button kind="primary" onClick={() => location.reload()}>
              <Trans>Cargar de nuevo</Trans>
            </Button>
          }
        >
          <Trans>Algo falló de nuestro lado. Lo que enviaste está a salvo.</Trans>
        </EmptyState>
      </main>
    );
  }
}
