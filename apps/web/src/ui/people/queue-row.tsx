import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';
import type { Problem } from '../../lib/server/errors';
import { useNow } from '../../lib/page/use-now';
import { Badge } from '../display/badge';

/** What a feature puts into the queue of the desk. */
export interface QueueEntry {
  id: string;
  kind: 'application' | 'appeal' | 'matter' | 'reopening';
  /** Since when it waits, as ISO text. */
  since: string;
  row: (isCurrent: boolean) => ReactNode;
}

/** A feature's part of the queue: undefined entries while they load. */
export interface QueuePart {
  entries: readonly QueueEntry[] | undefined;
  /** There are more, which `more` loads. */
  hasMore?: boolean;
  more?: () => void;
  problem?: Problem | undefined;
  again: () => void;
}

interface QueueRowProps {
  to: To;
  title: ReactNode;
  /** Since when it waits, as ISO text. */
  since: string;
  isCurrent?: boolean;
  /** Badges. */
  children?: ReactNode;
}

/** One item of the desk's queue. */
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

/** How long it waits: "6 h", "2 d". */
function Age({ since }: { since: string }) {
  const { i18n } = useLingui();
  const hours = Math.max(0, Math.floor((useNow() - Date.parse(since)) / 3_600_000));
  const [value, unit] = hours < 24 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
  const format = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return <>{i18n.number(value!, format as Intl.NumberFormatOptions)}</>;
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
