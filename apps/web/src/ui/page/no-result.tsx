import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../actions/button';
import { EmptyState } from './empty-state';

interface NoResultProps {
  title: ReactNode;
  children: ReactNode;
  /** Removes a filter. */
  onLess: () => void;
}

/** Search without a result: offers to remove a filter. The text does not reveal whether hidden results exist. */
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
