import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../ui/actions/button';
import { TimePicker } from './time-picker';
import { useBookCall } from './use-book-call';

interface BookCaseCallProps {
  requestId: string;
  /** Whether the request is already accepted, so that its requester can book, too. */
  isAccepted: boolean;
  onBooked: () => void;
}

/**
 * Books a call of a case for its supporter. Times are looked up on demand, because each look-up counts. Only the
 * requester agrees to an interpreter, so a case that needs one shows that instead.
 */
export function BookCaseCall({ requestId, isAccepted, onBooked }: BookCaseCallProps) {
  const [isOpen, setOpen] = useState(false);
  const { book, problem, isBusy } = useBookCall(requestId, onBooked);
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>La llamada</Trans>
      </h2>
      <p className="muted">
        <Trans>Si ya acordaron una hora, resérvala aquí: le avisamos.</Trans>
        {!isAccepted && (
          <>
            {' '}
            <Trans>Cuando aceptes el pedido, también podrá reservarla quien pidió apoyo.</Trans>
          </>
        )}
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
            <Trans>Reservar una llamada</Trans>
          </Button>
        </span>
      )}
    </section>
  );
}
