import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { TextArea } from '../../ui/field';
import { FormProblem } from '../../ui/form-problem';
import { RelativeTime } from '../../ui/relative-time';
import { type MatterFile, NOTE_MATTER } from './matters.graphql';

type Note = MatterFile['notes'][number];

interface MatterNotesProps {
  matterId: string;
  notes: readonly Note[];
  canWrite: boolean;
  /** After one was written: the file is read again. */
  onWritten: (text: string) => void;
}

/** What those who moderate leave for each other. */
export function MatterNotes({ matterId, notes, canWrite, onWritten }: MatterNotesProps) {
  return (
    <section className="qa stack stack--3">
      <h2 className="h3">
        <Trans>Notas entre quienes moderan</Trans>
      </h2>
      {notes.length === 0 && (
        <p className="muted">
          <Trans>Nadie dejó una nota todavía.</Trans>
        </p>
      )}
      {notes.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
      {canWrite && <NoteForm matterId={matterId} onWritten={onWritten} />}
    </section>
  );
}

function NoteForm({ matterId, onWritten }: Pick<MatterNotesProps, 'matterId' | 'onWritten'>) {
  const { t } = useLingui();
  const note = useAct(NOTE_MATTER);
  const [body, setBody] = useState('');
  const send = async () => {
    if (!(await note.run({ input: { matterId, body } }))) return;
    setBody('');
    onWritten(t`Nota guardada`);
  };
  return (
    <>
      <TextArea
        label={t`Tu nota`}
        hint={t`La lee quien lleve el asunto. Nadie más, tampoco quien avisó. Se destruye con el asunto.`}
        rows={3}
        maxLength={2000}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        error={note.fieldMessage('body')}
      />
      <FormProblem problem={note.problem} />
      <Button isBusy={note.isBusy} onClick={() => void send()}>
        <Trans>Guardar la nota</Trans>
      </Button>
    </>
  );
}

function NoteCard({ note: { body, createdAt, isMine } }: { note: Note }) {
  return (
    <Card className="stack--1 card--flat">
      <span className="inline between">
        <b>{isMine ? <Trans>Tu nota</Trans> : <Trans>Alguien de moderación</Trans>}</b>
        <span className="xs muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
      <span className="said">{body}</span>
    </Card>
  );
}
