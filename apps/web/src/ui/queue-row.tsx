import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { Badge } from './badge';

interface QueueRowProps {
  to: To;
  title: ReactNode;
  /** How long it waits. */
  age: ReactNode;
  isCurrent?: boolean;
  /** Badges. */
  children?: ReactNode;
}

/** One item of the desk's queue. */
export function QueueRow({ to, title, age, isCurrent, children }: QueueRowProps) {
  return (
    <Link className="q" to={to} aria-current={isCurrent ? 'true' : undefined}>
      <span className="inline between">
        <b>{title}</b>
        <span className="xs muted num">{age}</span>
      </span>
      {children && <span className="q__m">{children}</span>}
    </Link>
  );
}

/** Who is reading an item: nobody (nothing shown), I with minutes left, or someone. */
export function ClaimBadge({
  claim,
  minutesLeft,
}: {
  claim: 'mine' | 'someone' | undefined;
  minutesLeft?: number;
}) {
  if (claim === 'mine') {
    return (
      <Badge look="mine" icon="eye">
        <Trans>La lees tú · {minutesLeft ?? 0} min</Trans>
      </Badge>
    );
  }
  if (claim === 'someone') {
    return (
      <Badge icon="eye">
        <Trans>Alguien la está leyendo</Trans>
      </Badge>
    );
  }
  return null;
}
