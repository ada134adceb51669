import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { Banner } from '../../../ui/display/banner';
import { ButtonLink } from '../../../ui/actions/button';
import { PENDING_SETTING_CHANGES_QUERY } from '../desk/desk-settings.graphql';

/** Id of the pending request to change a setting; null without one, undefined while loading. */
export function usePendingChange(setting: string): string | null | undefined {
  const [{ data }, execute] = useQuery({
    query: PENDING_SETTING_CHANGES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['twoPersonAct'], () => execute({ requestPolicy: 'network-only' }));
  if (!data) return undefined;
  const act = data.twoPersonActs.find(
    ({ kind, state, shown }) =>
      kind === 'changeSettings' && state === 'waiting' && shown[0]?.value === setting,
  );
  return act?.id ?? null;
}

/**
 * The value when its editor was opened, so that later changes do not overwrite the form. Undefined while a request is
 * pending.
 */
export function useInitialValue<T>(fresh: T | undefined, waiting: string | null | undefined) {
  const [begun, setBegun] = useState<T>();
  if (begun === undefined && fresh !== undefined && waiting === null) setBegun(fresh);
  return begun;
}

/** Tells that a change is pending and that the list cannot be edited until it is decided. */
export function PendingChange({ actId, children }: { actId: string; children?: ReactNode }) {
  return (
    <div className="stack stack--3">
      <Banner look="info" icon="clock" title={<Trans>Hay un cambio pedido</Trans>}>
        {children ?? (
          <Trans>
            Hasta que otra persona lo decida, la lista es esta y no se puede pedir otra.
          </Trans>
        )}
      </Banner>
      <ButtonLink block to={`/approvals/${actId}`}>
        <Trans>Ver el pedido</Trans>
      </ButtonLink>
    </div>
  );
}
