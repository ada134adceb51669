import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { SupporterChoice } from '../ask/supporter-choice';
import './error-texts';
import { EXCLUDE_SUPPORTERS, SUPPORT_ASKING, type OwnRequest } from './own-requests.graphql';

type ExclusionFormProps = { request: Pick<OwnRequest, 'id' | 'excluded' | 'stage'> };

/** The supporters who must not read the request, and a form to change them. */
export function ExclusionForm({ request }: ExclusionFormProps) {
  const [isOpen, setOpen] = useState(false);
  const { excluded } = request;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Quién no debe leerlo</Trans>
      </h2>
      {!isOpen && (
        <>
          <p className={excluded.length > 0 ? undefined : 'muted'}>
            {excluded.length > 0 ? (
              excluded.map(({ workName }) => workName).join(', ')
            ) : (
              <Trans>Nadie</Trans>
            )}
          </p>
          <span>
            <Button small onClick={() => setOpen(true)}>
              <Trans>Cambiar</Trans>
            </Button>
          </span>
        </>
      )}
      {isOpen && <Form request={request} onDone={() => setOpen(false)} />}
    </Card>
  );
}

function Form({
  request: { id: requestId, excluded, stage },
  onDone,
}: ExclusionFormProps & { onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data, error }, execute] = useQuery({ query: SUPPORT_ASKING });
  const { run, isBusy, message } = useMutationState(EXCLUDE_SUPPORTERS);
  const [excludedIds, setExcludedIds] = useState(() => excluded.map(({ id }) => id));
  const current = data?.supportAsking.supporters ?? [];
  const noLongerSupporting = excluded.filter(({ id }) => current.every((one) => one.id !== id));
  const problem = data ? undefined : requestProblemOf(error);
  const save = async () => {
    const before = excluded.map(({ id }) => id);
    const add = excludedIds.filter((id) => !before.includes(id));
    const remove = before.filter((id) => !excludedIds.includes(id));
    if (!(await run({ input: { requestId, add, remove } }))) return;
    toast({ text: t`Quedó guardado` });
    onDone();
  };
  if (problem) {
    const again = () => execute({ requestPolicy: 'network-only' });
    return <LoadFailed problem={problem} onRetry={again} />;
  }
  if (!data) return <Skeleton rows={3} />;
  return (
    <>
      {stage === 'claimed' && (
        <p className="xs muted">
          <Trans>
            Si guardas un cambio, el pedido vuelve a la cola, aunque no excluyas a quien lo lee
            ahora. Así la lista no revela quién lo tiene.
          </Trans>
        </p>
      )}
      {stage === 'accepted' && (
        <p className="xs muted">
          <Trans>
            Si excluyes a quien lo tiene ahora, deja de verlo al instante, se borra lo que te
            contestó y el pedido vuelve a la cola. Puede notar que ya no lo tiene.
          </Trans>
        </p>
      )}
      <SupporterChoice
        supporters={[...current, ...noLongerSupporting]}
        excludedIds={excludedIds}
        onChange={setExcludedIds}
      />
      <ErrorBanner text={message} />
      <span className="btns">
        <Button kind="primary" isBusy={isBusy} onClick={() => void save()}>
          <Trans>Guardar</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </>
  );
}
