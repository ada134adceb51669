import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { useMatterQueue } from '../../features/moderation/matters/matter-queue';
import { useApplicationQueue } from '../../features/vetting/desk/application-queue';
import { useReopeningQueue } from '../../features/vetting/reopenings/reopening-queue';
import { useMe } from '../../lib/server/session';
import { Chip } from '../../ui/display/chip';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { LoadMore } from '../../ui/page/load-more';
import type { QueueEntry, QueuePart } from '../../ui/people/queue-row';
import { Skeleton } from '../../ui/display/skeleton';

type Kind = QueueEntry['kind'];

const KINDS = {
  application: msg`Postulaciones`,
  appeal: msg`Apelaciones`,
  reopening: msg`Avales retirados`,
  matter: msg`Asuntos`,
};

/** Selected kind of item, remembered while the desk is open. */
let lookedAt: Kind | undefined;

/** Queue of all items that wait at the desk, the longest-waiting first, updated live. */
export function QueueList({ currentId }: { currentId?: string | undefined }) {
  const [kind, setKind] = useState(lookedAt);
  const parts = useParts();
  const look = (next: Kind | undefined) => {
    lookedAt = next;
    setKind(next);
  };
  const failed = parts.find(({ problem }) => problem);
  if (failed) return <LoadFailed problem={failed.problem!} onRetry={failed.again} />;
  if (parts.some(({ entries }) => !entries)) return <Skeleton kind="row" />;
  const all = parts.flatMap(({ entries }) => entries!).toSorted(longestFirst);
  const shown = all.filter((entry) => !kind || entry.kind === kind);
  const [more] = parts.filter(({ hasMore }) => hasMore);
  return (
    <>
      <Kinds all={all} kind={kind} onLook={look} />
      {shown.length === 0 && <Nothing isAll={all.length === 0} />}
      <div className="rows" data-queue>
        {shown.map(({ id, row }) => (
          <Fragment key={id}>{row(id === currentId)}</Fragment>
        ))}
      </div>
      {more?.more && <LoadMore hasMore onMore={more.more} />}
    </>
  );
}

const longestFirst = (a: QueueEntry, b: QueueEntry) => a.since.localeCompare(b.since);

/** Returns the queue parts for the viewer's duties. */
function useParts(): QueuePart[] {
  const { duties } = useMe();
  const vets = duties.includes('vet');
  const moderates = duties.includes('moderate');
  const applications = useApplicationQueue(vets);
  const reopenings = useReopeningQueue(vets);
  const matters = useMatterQueue(moderates);
  return [vets ? [applications, reopenings] : [], moderates ? [matters] : []].flat();
}

interface KindsProps {
  all: readonly QueueEntry[];
  kind: Kind | undefined;
  onLook: (kind: Kind | undefined) => void;
}

/** Filter by kind, with counts. Renders nothing if there is only one kind. */
function Kinds({ all, kind, onLook }: KindsProps) {
  const { t, i18n } = useLingui();
  const count = (one: Kind) => all.filter((entry) => entry.kind === one).length;
  const kinds = (Object.keys(KINDS) as Kind[]).filter((one) => one === kind || count(one) > 0);
  if (kinds.length < 2 && !kind) return null;
  return (
    <div className="wrap queue__kinds" role="group" aria-label={t`Qué mirar`}>
      <Chip isOn={!kind} onClick={() => onLook(undefined)}>
        <Trans>Todo</Trans> <span className="num">{all.length}</span>
      </Chip>
      {kinds.map((one) => (
        <Chip key={one} isOn={kind === one} onClick={() => onLook(kind === one ? undefined : one)}>
          {i18n._(KINDS[one])} <span className="num">{count(one)}</span>
        </Chip>
      ))}
    </div>
  );
}

function Nothing({ isAll }: { isAll: boolean }) {
  if (isAll) {
    return (
      <EmptyState title={<Trans>La Mesa está al día</Trans>}>
        <Trans>Cuando llegue algo, aparece aquí sin que hagas nada.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans>De esto no espera nada</Trans>}>
      <Trans>Mira «Todo» para ver lo demás.</Trans>
    </EmptyState>
  );
}
