import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { RequestProblem } from '../../lib/server/errors';
import { Button } from '../actions/button';
import { Card } from '../display/card';
import { TextArea } from '../forms/field';
import { FormProblem } from '../forms/form-problem';
import { RelativeTime } from '../display/relative-time';

interface NoteCardProps {
  note: { body: string; createdAt: string; isMine: boolean };
  /** Label for a colleague whose name is not disclosed. */
  other: ReactNode;
}

/** A note shared by the people who work on the same case or file. */
export function NoteCard({ note: { body, createdAt, isMine }, other }: NoteCardProps) {
  return (
    <Card className="stack--1 card--flat">
      <span className="inline between">
        <b>{isMine ? <Trans>Tu nota</Trans> : other}</b>
        <span className="xs muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
      <span className="said">{body}</span>
    </Card>
  );
}

interface NoteFormProps {
  /** Audience and retention of the note. */
  hint: string;
  /** The mutation that saves the note, with its error. */
  act: {
    isBusy: boolean;
    problem: RequestProblem | undefined;
    fieldMessage: (field: string) => string | undefined;
  };
  /** Returns undefined on an error. */
  onSend: (body: string) => Promise<unknown>;
  /** Called after a note was saved, with the toast text. */
  onWritten: (text: string) => void;
}

/** Form for a new note; the text stays until it is saved. */
export function NoteForm({ hint, act, onSend, onWritten }: NoteFormProps) {
  const { t } = useLingui();
  const [body, setBody] = useState('');
  const send = async () => {
    if (!(await onSend(body))) return;
    setBody('');
    onWritten(t`Nota guardada`);
  };
  return (
    <>
      <TextArea
        label={t`Tu nota`}
        hint={hint}
        rows={3}
        maxLength={2000}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        error={act.fieldMessage('body')}
      />
      <FormProblem problem={act.problem} />
      <Button isBusy={act.isBusy} onClick={() => void send()}>
        <Trans>Guardar la nota</Trans>
      </Button>
    </>
  );
}
