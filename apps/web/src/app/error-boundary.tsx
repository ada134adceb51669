import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/actions/button';
import { EmptyState } from '../ui/page/empty-state';

interface CrashProps {
  children: ReactNode;
  /** A change of this value renders the children again after an error. */
  place?: string;
}

interface CrashState {
  isBroken: boolean;
  place: string | undefined;
}

/**
 * Error boundary of the app. It neither shows the error nor sends it anywhere. Offline, the usual cause is a page whose
 * code was never loaded on this device.
 */
export class ErrorBoundary extends Component<CrashProps, CrashState> {
  override state: CrashState = { isBroken: false, place: this.props.place };

  static getDerivedStateFromProps({ place }: CrashProps, state: CrashState) {
    return place === state.place ? null : { isBroken: false, place };
  }

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return navigator.onLine ? <Stopped /> : <NotHere />;
  }
}

function Stopped() {
  return (
    <Broken
      title={<Trans>Esta página se detuvo</Trans>}
      words={<Trans>Algo falló de nuestro lado. Lo que enviaste está a salvo.</Trans>}
    />
  );
}

function NotHere() {
  return (
    <Broken
      title={<Trans>Sin conexión</Trans>}
      words={
        <Trans>Esta página no está en este dispositivo. Se abre en cuanto vuelva la señal.</Trans>
      }
    />
  );
}

function Broken({ title, words }: { title: ReactNode; words: ReactNode }) {
  return (
    <main className="page">
      <EmptyState
        level="h1"
        title={title}
        actions={
          <Button kind="primary" onClick={() => location.reload()}>
            <Trans>Cargar de nuevo</Trans>
          </Button>
        }
      >
        {words}
      </EmptyState>
    </main>
  );
}
