import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useToast } from '../../../ui/actions/toast';
import '../own/error-texts';
import { SAVE_SEARCH } from './saved-searches.graphql';
import { useSearchSummary } from '../directory/use-search-summary';
import type { DirectorySearch } from '../directory/search-url';

export const MAX_SEARCH_NAME_LENGTH = 60;

/** Saves a search under a name; the default name describes the search. */
export function SaveSearchForm({
  search,
  onDone,
}: {
  search: DirectorySearch;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const save = useMutationState(SAVE_SEARCH);
  const inWords = useSearchSummary()(search);
  const [typed, setTyped] = useState<string>();
  const name = typed ?? inWords.slice(0, MAX_SEARCH_NAME_LENGTH).trim();
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
        maxLength={MAX_SEARCH_NAME_LENGTH}
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
