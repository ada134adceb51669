import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../actions/button';
import { EmptyState } from './empty-state';

interface NoResultProps {
  title: ReactNode;
  children: ReactNode;
  /** Asks for less, where that is possible. */
  onLess: () => void;
}

/** A search without an answer: the way on is to ask for less. Whether something hides is not said. */
export function NoResult({ title, children, onLess }: NoResultProps) {
  return (
    <EmptyState
      title={title}
      actions={
        <Button onClick={onLess}>
          <Trans>Quitar el último filtro</Trans>
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
