import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNow } from '../../../lib/page/use-now';
import { cityOfTimeZone } from '../../../lib/text/time-zone-names';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { saveCalendarFile } from '../calls/save-calendar-file';
import { CallDay, ownZone } from '../calls/call-time';
import { type InterpretedCall, WITHDRAW_FROM_INTERPRETING } from './interpreters.graphql';
import { beginsText } from './language-in-sentence';
import { useLanguageNames } from './use-language-names';

interface InterpretedCallsProps {
  calls: readonly InterpretedCall[];
  onChanged: () => void;
}

/** The booked calls that the viewer interprets: when, between which languages, and where. */
export function InterpretedCalls({ calls, onChanged }: InterpretedCallsProps) {
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Llamadas que interpretas</Trans>
      </h2>
      {calls.length === 0 && (
        <p className="muted">
          <Trans>Todavía ninguna. Te avisamos cuando alguien te elija para una llamada.</Trans>
        </p>
      )}
      {calls.map((call) => (
        <InterpretedCallCard key={call.id} call={call} onChanged={onChanged} />
      ))}
    </section>
  );
}

function InterpretedCallCard({
  call: { id, startsAt, interpreterZone, languages, link, linkShownFrom, calendarFile },
  onChanged,
}: {
  call: InterpretedCall;
  onChanged: () => void;
}) {
  const { i18n } = useLingui();
  const now = useNow();
  const namesOf = useLanguageNames();
  const style = { weekday: 'long', hour: 'numeric', minute: '2-digit' } as const;
  const zone = ownZone(interpreterZone);
  const city = cityOfTimeZone(zone);
  const from = i18n.date(linkShownFrom, { ...style, timeZone: zone });
  return (
    <Card className="stack--3">
      <div className="stack stack--1">
        <h3>
          <CallDay startsAt={startsAt} zone={zone} />
        </h3>
        <p className="muted">
          <Trans>en {city}</Trans> · {beginsText(namesOf(languages), i18n.locale)} ·{' '}
          <Trans>40 minutos</Trans>
        </p>
      </div>
      {link ? (
        <a href={link} rel="noreferrer noopener" target="_blank">
          <Trans>Entrar a la llamada</Trans>
        </a>
      ) : (
        <p className="xs muted">
          <Trans>El enlace se ve aquí desde el {from}</Trans>
        </p>
      )}
      <span className="btns">
        <Button small icon="download" onClick={() => saveCalendarFile(calendarFile)}>
          <Trans>Agregar a mi calendario</Trans>
        </Button>
      </span>
      {Date.parse(startsAt) > now && <Withdraw id={id} onDone={onChanged} />}
    </Card>
  );
}

function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const { run, isBusy, problem } = useMutationState(WITHDRAW_FROM_INTERPRETING);
  const act = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Avisamos que no puedes` });
    onDone();
  };
  if (!isOpen)
    return (
      <span>
        <Button kind="text" small onClick={() => setOpen(true)}>
          <Trans>No puedo ir</Trans>
        </Button>
      </span>
    );
  return (
    <div className="stack stack--2">
      <p>
        <Trans>La llamada se cancela y avisamos a las dos personas, sin decirles por qué.</Trans>
      </p>
      <FormProblem problem={problem} />
      <Button kind="danger-line" block isBusy={isBusy} onClick={() => void act()}>
        <Trans>No puedo ir</Trans>
      </Button>
      <Button block onClick={() => setOpen(false)}>
        <Trans>Volver sin cambiar nada</Trans>
      </Button>
    </div>
  );
}
