import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { TextArea } from '../../ui/forms/field';
import { useToast } from '../../ui/actions/toast';
import { ALLY_NOTE_QUERY, SET_ALLY_NOTE } from './ally-note.graphql';
import './error-texts';

const MAX = 2_000;

/** The viewer's private note about an ally. */
export function AllyNote({ personId }: { personId: string }) {
  const [{ data }, execute] = useQuery({
    query: ALLY_NOTE_QUERY,
    variables: { personId },
    requestPolicy: 'network-only',
  });
  if (!data) return null;
  const { text, version } = data.allyNote;
  const again = () => execute({ requestPolicy: 'network-only' });
  return (
    <NoteForm key={version} personId={personId} text={text} version={version} onSaved={again} />
  );
}

interface NoteFormProps {
  personId: string;
  text: string;
  version: number;
  onSaved: () => void;
}

function NoteForm({ personId, text, version, onSaved }: NoteFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const set = useMutationState(SET_ALLY_NOTE);
  const [words, setWords] = useState(text);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await set.run({ input: { personId, text: words, version } });
    if (!data) return;
    const before = { personId, text, version: data.setAllyNote.version };
    const onUndo = () => void set.run({ input: before }).then(onSaved);
    toast({ text: t`Nota guardada`, onUndo });
    onSaved();
  };
  return (
    <Card>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <ErrorBanner text={set.message} />
        <TextArea
          label={t`Tu nota privada`}
          hint={
            <Trans>
              Solo tú la lees, y se guarda sellada. Si la alianza termina, se borra a los 30 días.
            </Trans>
          }
          rows={3}
          maxLength={MAX}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          error={set.fieldMessage('text')}
        />
        <Button type="submit" disabled={words === text} isBusy={set.isBusy}>
          <Trans>Guardar la nota</Trans>
        </Button>
      </form>
    </Card>
  );
}
