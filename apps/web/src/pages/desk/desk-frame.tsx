import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DeskHelp } from '../../features/vetting/desk/desk-help';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { QueueList } from './queue-list';

/** Queue pane on the left of the desk; on phones a page of its own. */
export function DeskQueue({ currentId, isPage }: { currentId?: string; isPage?: boolean }) {
  return (
    <section className={isPage ? 'queue queue--page' : 'queue'} data-desk>
      <div className="stack stack--2 queue__head">
        <div className="inline wrap between">
          {isPage ? (
            <h1>
              <Trans>Mesa</Trans>
            </h1>
          ) : (
            <h2 className="h1">
              <Trans>Mesa</Trans>
            </h2>
          )}
          <DeskHelp />
        </div>
        <WaitsForYou />
        <span className="wrap xs">
          <Link to="/desk/decisions">
            <Trans>Decisiones tomadas</Trans>
          </Link>
          <Link to="/desk/throughput">
            <Trans>Ritmo</Trans>
          </Link>
        </span>
      </div>
      <QueueList currentId={currentId} />
      <Recused />
    </section>
  );
}

/**
 * Shows the same count as the navigation rail. It differs from the counts of the queue, which include items that wait
 * for others.
 */
function WaitsForYou() {
  const { '/desk': count = 0 } = useBadgeCounts();
  return (
    <p className="muted">
      {count === 0 ? (
        <Trans>Nada te espera ahora.</Trans>
      ) : (
        <Plural value={count} one="# espera algo de ti" other="# esperan algo de ti" />
      )}
    </p>
  );
}

function Recused() {
  return (
    <p className="xs muted queue__foot">
      <Trans>
        No ves lo de gente que invitaste o avalaste, con quien tienes una alianza o compartes un
        grupo pequeño.
      </Trans>
    </p>
  );
}

/** Arranges the panes side by side on wide screens. */
export function DeskPanes({ children }: { children: ReactNode }) {
  return <div className="desk">{children}</div>;
}
