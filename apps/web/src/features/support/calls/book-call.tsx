import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { ChooseInterpreter } from '../interpreters/choose-interpreter';
import { TimePicker } from './time-picker';
import { useBookCall } from './use-book-call';

interface BookCallProps {
  requestId: string;
  onBooked: () => void;
}

/** Books the first call of a request. */
export function BookCall({ requestId, onBooked }: BookCallProps) {
  const { book, problem, isBusy } = useBookCall(requestId, () => {
    scrollTo(0, 0);
    onBooked();
  });
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
          {...{ requestId, problem, isBusy }}
          actLabel={<Trans>Reservar</Trans>}
          onPick={book}
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
