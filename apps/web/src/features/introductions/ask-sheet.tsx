import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../lib/use-act';
import { Banner, Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Sheet } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import { ASK } from './introductions.graphql';
import './reasons';

interface AskSheetProps {
  personId: string;
  name: string;
  isOpen: boolean;
  onClose: () => void;
  /** After it was asked. */
  onAsked: () => void;
}

/** Asks to be introduced: says what the other will see before it is sent. */
export function AskSheet({ isOpen, onClose, ...rest }: AskSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={<Trans>Pedir presentación</Trans>}>
      <AskForm onClose={onClose} {...rest} />
    </Sheet>
  );
}

function AskForm({ personId, name, onClose, onAsked }: Omit<AskSheetProps, 'isOpen'>) {
  const { t } = useLingui();
  const toast = useToast();
  const ask = useAct(ASK);
  const [note, setNote] = useState(
    () => t`Hola. Trabajo en temas parecidos y me gustaría conversar sobre lo que hacemos.`,
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await ask.run({ input: { personId, note } }))) return;
    toast({ text: t`Presentación pedida. Te avisamos si acepta.` });
    onAsked();
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Problem text={ask.message} />
      <TextArea
        label={t`Tu nota para ${name}`}
        name="note"
        rows={5}
        maxLength={600}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={ask.fieldMessage('note')}
      />
      <WhatTheySee />
      <Button kind="primary" type="submit" block icon="allies" isBusy={ask.isBusy}>
        <Trans>Pedir presentación</Trans>
      </Button>
      <p className="xs muted center">
        <Trans>Si no acepta, no se avisa. Así nadie queda mal.</Trans>
      </p>
    </form>
  );
}

function WhatTheySee() {
  return (
    <Banner look="info" icon="eye">
      <Trans>
        Verá tu nota y también tu nombre, tus temas, lo que haces y tu territorio. Tus formas de
        contacto se abren solo si acepta.
      </Trans>
    </Banner>
  );
}
