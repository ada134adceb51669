import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { ChooseInterpreter } from '../interpreters/choose-interpreter';
import { BOOK_CALL } from './calls.graphql';
import { TimePicker } from './time-picker';

interface BookCallProps {
  requestId: string;
  onBooked: () => void;
}

/** Books the first call of a request. */
export function BookCall({ requestId, onBooked }: BookCallProps) {
  const { t } = useLingui();
  const toast = useToast();
  // A repeated sending of the same time must not book twice.
  const [keys] = useState(() => new Map<string, string>());
  const { run, problem, isBusy } = useMutationState(BOOK_CALL);
  const book = async (startsAt: string, zone: string) => {
    const bookKey = keys.get(startsAt) ?? crypto.randomUUID();
    keys.set(startsAt, bookKey);
    if (!(await run({ input: { requestId, startsAt, zone, bookKey } }))) return false;
    toast({ text: t`Reservaste la llamada` });
    scrollTo(0, 0);
    onBooked();
    return true;
  };
  return (
    <>
      <div className="stack stack--1">
        <h1>
          <Trans>¿Cuándo conversamos?</Trans>
        </h1>
        <p className="muted">
          <Trans>40 minutos con quien te acompaña, para ver por dónde empezar.</Trans>
        </p>
      </div>
      <ChooseInterpreter requestId={requestId}>
        <TimePicker
          requestId={requestId}
          actLabel={<Trans>Reservar</Trans>}
          onPick={book}
          problem={problem}
          isBusy={isBusy}
          otherwise={
            <Trans>
              Escribe <Link to={`/support/${requestId}`}>en tu caso</Link> cuándo puedes: quien te
              acompaña lo lee y te contesta.
            </Trans>
          }
        />
      </ChooseInterpreter>
      <p className="xs muted">
        <Trans>Puede ser sin cámara. Trama no graba la llamada.</Trans>
      </p>
    </>
  );
}
