import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { TextArea } from '../../ui/field';
import { FormProblem } from '../../ui/form-problem';
import { RelativeTime } from '../../ui/relative-time';
import { type ApplicationFile, NOTE } from './desk.graphql';

interface NotesProps {
  file: ApplicationFile;
  /** After one was written: the file is read again. */
  onWritten: (text: string) => void;
}

/** What those who have written a review say to each other. */
export function Notes({ file: { id, notes }, onWritten }: NotesProps) {
  const { t } = useLingui();
  const note = useAct(NOTE);
  const [body, setBody] = useState('');
  const send = async () => {
    if (!(await note.run({ input: { applicationId: id, body } }))) return;
    setBody('');
    onWritten(t`Nota guardada`);
  };
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Notas entre quienes revisan</Trans>
      </h2>
      {notes.map((one) => (
        <Note key={one.id} note={one} />
      ))}
      <TextArea
        label={t`Tu nota`}
        hint={t`La leen quienes ya escribieron su recomendación. Se destruye con el expediente.`}
        rows={3}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        error={note.fieldMessage('body')}
      />
      <FormProblem problem={note.problem} />
      <Button isBusy={note.isBusy} onClick={() => void send()}>
        <Trans>Guardar la nota</Trans>
      </Button>
    </section>
  );
}

function Note({ note: { body, createdAt, isMine } }: { note: ApplicationFile['notes'][number] }) {
  return (
    <Card className="stack--1 card--flat">
      <span className="inline between">
        <b>{isMine ? <Trans>Tu nota</Trans> : <Trans>Alguien del equipo</Trans>}</b>
        <span className="xs muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
      <span className="said">{body}</span>
    </Card>
  );
}
