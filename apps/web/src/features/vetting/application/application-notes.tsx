import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { NoteCard, NoteForm } from '../../../ui/people/notes';
import { type ApplicationFile, WRITE_APPLICATION_NOTE } from '../desk/desk.graphql';

interface NotesProps {
  file: ApplicationFile;
  /** Called after a note was saved, to reload the file. */
  onWritten: (text: string) => void;
}

/** Internal notes, for vetters who have written a review. */
export function ApplicationNotes({ file: { id, notes }, onWritten }: NotesProps) {
  const { t } = useLingui();
  const act = useMutationState(WRITE_APPLICATION_NOTE);
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Notas entre quienes revisan</Trans>
      </h2>
      {notes.map((note) => (
        <NoteCard key={note.id} note={note} other={<Trans>Alguien del equipo</Trans>} />
      ))}
      <NoteForm
        hint={t`La leen quienes ya escribieron su recomendación. Se destruye con el expediente.`}
        act={act}
        onSend={(body) => act.run({ input: { applicationId: id, body } })}
        onWritten={onWritten}
      />
    </section>
  );
}
