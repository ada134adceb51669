import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import type { RequestProblem } from '../../lib/server/errors';
import { useNow } from '../../lib/page/use-now';
import { Badge } from '../display/badge';

/** An item that a feature adds to the queue of the desk. */
export interface QueueEntry {
  id: string;
  kind: 'application' | 'appeal' | 'matter' | 'reopening';
  /** Start of the wait, as an ISO 8601 instant. */
  since: string;
  row: (isCurrent: boolean) => ReactNode;
}

/** A feature's part of the queue; `entries` is undefined while loading. */
export interface QueuePart {
  entries: readonly QueueEntry[] | undefined;
  /** Whether more entries exist; `more` loads them. */
  hasMore?: boolean;
  more?: () => void;
  problem?: RequestProblem | undefined;
  again: () => void;
}

interface QueueRowProps {
  to: To;
  title: ReactNode;
  /** Start of the wait, as an ISO 8601 instant. */
  since: string;
  isCurrent?: boolean;
  /** Badges. */
  children?: ReactNode;
}

export function QueueRow({ to, title, since, isCurrent, children }: QueueRowProps) {
  return (
    <Link className="q" to={to} aria-current={isCurrent ? 'true' : undefined}>
      <span className="inline between">
        <b>{title}</b>
        <span className="xs muted num">
          <Age since={since} />
        </span>
      </span>
      {children && <span className="q__m">{children}</span>}
    </Link>
  );
}

/** Waiting time in short form: "6 h", "2 d". */
function Age({ since }: { since: string }) {
  const { i18n } = useLingui();
  const hours = Math.max(0, Math.floor((useNow() - Date.parse(since)) / 3_600_000));
  const [value, unit] = hours < 24 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
  const format = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return <>{i18n.number(value!, format as Intl.NumberFormatOptions)}</>;
}

/**
 * Badge for the claim on an item: nothing if free, the viewer's own with minutes left, or claimed by another reviewer.
 */
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
