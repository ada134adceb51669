import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { Banner } from '../../../ui/display/banner';
import { ButtonLink } from '../../../ui/actions/button';
import { WAITING_CHANGES } from '../desk/desk-words.graphql';

/** The request to change this setting that waits, if one does; `undefined` until that is known. */
export function useWaitingChange(setting: string): string | null | undefined {
  const [{ data }, execute] = useQuery({
    query: WAITING_CHANGES,
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
 * What a list was when its editor was opened: whatever is asked for or changes meanwhile, what is being written stays.
 * Nothing while a change waits.
 */
export function useBegun<T>(fresh: T | undefined, waiting: string | null | undefined) {
  const [begun, setBegun] = useState<T>();
  if (begun === undefined && fresh !== undefined && waiting === null) setBegun(fresh);
  return begun;
}

/** A change is asked for already: this is how the list is until somebody decides. */
export function WaitingChange({ actId }: { actId: string }) {
  return (
    <div className="stack stack--3">
      <Banner look="info" icon="clock" title={<Trans>Hay un cambio pedido</Trans>}>
        <Trans>Hasta que otra persona lo decida, la lista es esta y no se puede pedir otra.</Trans>
      </Banner>
      <ButtonLink block to={`/approvals/${actId}`}>
        <Trans>Ver el pedido</Trans>
      </ButtonLink>
    </div>
  );
}
