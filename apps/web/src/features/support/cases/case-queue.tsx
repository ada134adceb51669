import { Trans, useLingui } from '@lingui/react/macro';
import { usePagedList } from '../../../lib/server/use-paged-list';
import { useTermNames } from '../../../lib/server/taxonomy';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import { EmptyState } from '../../../ui/page/empty-state';
import { PagedItems } from '../../../ui/page/paged-items';
import { useOpenResult } from '../../../ui/page/use-open-result';
import { UrgentBadge } from '../content-list';
import './error-texts';
import { KIND_LABELS } from '../support-labels';
import { CLAIM_SUPPORT_REQUEST, type QueuedCase, SUPPORT_QUEUE } from './cases.graphql';
import { WaitingText } from './waiting-text';

/** Waiting requests that the viewer may take, updated live, without the texts of their requesters. */
export function CaseQueue({ canClaim }: { canClaim: (isUrgent: boolean) => boolean }) {
  const pages = usePagedList(
    SUPPORT_QUEUE,
    ({ supportQueue }) => supportQueue,
    {},
    'cache-and-network',
  );
  useNews(['supportCase'], pages.reload);
  const open = useOpenResult();
  const { run, isBusy, message } = useMutationState(CLAIM_SUPPORT_REQUEST);
  const claim = async (id: string) => {
    if (await run({ id })) open(`/cases/${id}`);
    else pages.reload();
  };
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Pedidos en espera</Trans>
      </h2>
      <ErrorBanner text={message} />
      <div className="card card--flush rows">
        <PagedItems
          pages={pages}
          nothing={
            <EmptyState title={<Trans>No hay pedidos que puedas tomar</Trans>}>
              <Trans>Cuando llegue uno, aparecerá aquí.</Trans>
            </EmptyState>
          }
        >
          {(item) => (
            <QueueItem
              key={item.id}
              item={item}
              isBusy={isBusy}
              {...(canClaim(item.isUrgent) && { onClaim: () => void claim(item.id) })}
            />
          )}
        </PagedItems>
      </div>
      <p className="xs muted">
        <Trans>
          Solo ves lo que puedes tomar. El contenido se abre al tomarlo, y quien pidió apoyo verá
          que alguien lo lee.
        </Trans>
      </p>
    </section>
  );
}

interface QueueItemProps {
  item: QueuedCase;
  isBusy: boolean;
  /** Missing while the viewer has no work name, or rests. */
  onClaim?: () => void;
}

function QueueItem({ item, isBusy, onClaim }: QueueItemProps) {
  const { t, i18n } = useLingui();
  const names = useTermNames();
  const { number, kind, isUrgent, languages, createdAt, dueAt } = item;
  return (
    <div className="row">
      <span className="grow">
        <span className="row__t wrap">
          {i18n._(KIND_LABELS[kind])} {isUrgent && <UrgentBadge />}
        </span>
        <span className="row__s">
          <span className="num">{number}</span> ·{' '}
          {languages.map((id) => names(id) ?? '…').join(', ')} ·{' '}
          <WaitingText createdAt={createdAt} dueAt={dueAt} />
        </span>
      </span>
      {onClaim && (
        <Button small isBusy={isBusy} aria-label={t`Tomar el pedido ${number}`} onClick={onClaim}>
          <Trans>Tomar</Trans>
        </Button>
      )}
    </div>
  );
}
