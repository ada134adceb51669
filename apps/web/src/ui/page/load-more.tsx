import { Trans } from '@lingui/react/macro';
import { Button } from '../actions/button';

/** Button that loads the next page of a list; renders nothing on the last page. */
export function LoadMore({
  hasMore,
  isBusy,
  onMore,
}: {
  hasMore: boolean;
  isBusy?: boolean;
  onMore: () => void;
}) {
  if (!hasMore) return null;
  return (
    <Button kind="line" block isBusy={isBusy} onClick={onMore}>
      {isBusy ? <Trans>Cargando</Trans> : <Trans>Ver más</Trans>}
    </Button>
  );
}
