import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { BOOK_CALL } from './calls.graphql';
import { TimePicker } from './time-picker';

interface BookCaseCallProps {
  requestId: string;
  onBooked: () => void;
}

/**
 * Books the first call of a case for its supporter. Times are looked up on demand, because each look-up counts. Only the
 * requester agrees to an interpreter, so a case that needs one shows that instead.
 */
export function BookCaseCall({ requestId, onBooked }: BookCaseCallProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  // A repeated sending of the same time must not book twice.
  const [keys] = useState(() => new Map<string, string>());
  const { run, problem, isBusy } = useMutationState(BOOK_CALL);
  const book = async (startsAt: string, zone: string) => {
    const bookKey = keys.get(startsAt) ?? crypto.randomUUID();
    keys.set(startsAt, bookKey);
    if (!(await run({ input: { requestId, startsAt, zone, bookKey } }))) return false;
    toast({ text: t`Reservaste la llamada` });
    onBooked();
    return true;
  };
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>La llamada</Trans>
      </h2>
      <p className="muted">
        <Trans>
          Si ya acordaron una hora, resérvala aquí: le avisamos. Cuando aceptes el pedido, también
          podrá reservarla quien pidió apoyo.
        </Trans>
      </p>
      {isOpen ? (
        <TimePicker
          {...{ requestId, problem, isBusy }}
          actLabel={<Trans>Reservar</Trans>}
          onPick={book}
          otherwise={
            <Trans>
              Agrega horas en <Link to="/cases/hours">tus horarios para llamadas</Link>.
            </Trans>
          }
        />
      ) : (
        <span>
          <Button icon="clock" onClick={() => setOpen(true)}>
            <Trans>Reservar la primera llamada</Trans>
          </Button>
        </span>
      )}
    </section>
  );
}
