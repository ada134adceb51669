import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useToast } from '../../../ui/actions/toast';
import '../own/reasons';
import { SAVE_SEARCH } from './saved-searches.graphql';
import { useInWords } from '../directory/use-in-words';
import type { Search } from '../directory/search-address';

export const LONGEST_NAME = 60;

/** Saves a search under a name; the default name describes the search. */
export function SaveSearchForm({ search, onDone }: { search: Search; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const save = useMutationState(SAVE_SEARCH);
  const inWords = useInWords()(search);
  const [typed, setTyped] = useState<string>();
  const name = typed ?? inWords.slice(0, LONGEST_NAME).trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { chips, words } = search;
    if (!(await save.run({ input: { name, chips: [...chips], words } }))) return;
    toast({ text: t`Búsqueda guardada` });
    onDone();
  };
  return (
    <form className="stack stack--3" noValidate onSubmit={(event) => void submit(event)}>
      <p className="muted breakable">{inWords}</p>
      <FormProblem problem={save.problem} />
      <TextField
        label={t`Nombre`}
        hint={t`Como te sirva a ti: nadie más lo ve.`}
        name="name"
        maxLength={LONGEST_NAME}
        value={name}
        error={save.fieldMessage('name')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button kind="primary" type="submit" block isBusy={save.isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}
