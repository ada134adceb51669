import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { NoteCard, NoteForm } from '../../../ui/people/notes';
import { type MatterFile, ADD_MATTER_NOTE } from './matters.graphql';

interface MatterNotesProps {
  matterId: string;
  notes: MatterFile['notes'];
  canWrite: boolean;
  /** Called after a note was saved, to reload the file. */
  onWritten: (text: string) => void;
}

/** Internal notes of moderators. */
export function MatterNotes({ matterId, notes, canWrite, onWritten }: MatterNotesProps) {
  const { t } = useLingui();
  const act = useMutationState(ADD_MATTER_NOTE);
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
        <NoteCard key={note.id} note={note} other={<Trans>Alguien de moderación</Trans>} />
      ))}
      {canWrite && (
        <NoteForm
          hint={t`La lee quien lleve el asunto. Nadie más, tampoco quien reportó. Se destruye con el asunto.`}
          act={act}
          onSend={(body) => act.run({ input: { matterId, body } })}
          onWritten={onWritten}
        />
      )}
    </section>
  );
}
