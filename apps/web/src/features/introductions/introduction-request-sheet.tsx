import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { TextArea } from '../../ui/forms/field';
import { Picture } from '../../ui/display/picture';
import { Sheet } from '../../ui/actions/sheet';
import { useQueuedForm } from '../../ui/forms/use-queued-form';
import { REQUEST_INTRODUCTION } from './one-introduction.graphql';
import { IntroducerPicker, useIntroducerChoice } from './introducer-picker';
import './error-texts';

export interface RequestedPerson {
  id: string;
  name: string;
  colour: string | null;
  avatar: string | null;
}

interface AskSheetProps {
  person: RequestedPerson;
  isOpen: boolean;
  onClose: () => void;
  onAsked: () => void;
}

/** Requests an introduction. It shows what the recipient will see before the request is sent. */
export function IntroductionRequestSheet({ isOpen, onClose, ...rest }: AskSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={<Trans>Pedir presentación</Trans>}>
      <AskForm onClose={onClose} {...rest} />
    </Sheet>
  );
}

function AskForm({ person, onClose, onAsked }: Omit<AskSheetProps, 'isOpen'>) {
  const { id: personId, name } = person;
  const { t } = useLingui();
  const ask = useQueuedForm('introduction', REQUEST_INTRODUCTION);
  const [note, setNote] = useState(
    () => t`Hola. Trabajo en temas parecidos y me gustaría conversar sobre lo que hacemos.`,
  );
  const through = useIntroducerChoice(personId);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { personId, note, introducerId: through.id };
    const said = t`Presentación pedida. Te avisamos si acepta.`;
    if (!(await ask.send({ subjectId: personId, about: name, input, said }))) return;
    onAsked();
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <ErrorBanner text={ask.message} />
      <ToWhom person={person} />
      <TextArea
        label={t`Tu nota para ${name}`}
        name="note"
        rows={5}
        maxLength={600}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={ask.fieldMessage('note')}
      />
      <IntroducerPicker name={name} {...through} />
      <WhatTheySee isThrough={through.id !== null} />
      <Button kind="primary" type="submit" block icon="allies" isBusy={ask.isBusy}>
        <Trans>Pedir presentación</Trans>
      </Button>
      <p className="xs muted center">
        <Trans>Si no acepta, no se avisa. Así nadie queda mal.</Trans>
      </p>
    </form>
  );
}

function ToWhom({ person }: { person: RequestedPerson }) {
  return (
    <div className="inline inline--3">
      <Picture {...person} />
      <span className="pc__n">{person.name}</span>
    </div>
  );
}

function WhatTheySee({ isThrough }: { isThrough: boolean }) {
  return (
    <Banner look="info" icon="eye">
      {isThrough && (
        <>
          <Trans>
            Primero llega a quien presenta: lee tu nota, y de cada quien ve solo lo que le muestra.
            Si la pasa, llega a la otra persona.
          </Trans>{' '}
        </>
      )}
      <Trans>
        Verá tu nota y también tu nombre, tus temas, lo que haces y tu territorio. Tus formas de
        contacto se abren solo si acepta.
      </Trans>
    </Banner>
  );
}
