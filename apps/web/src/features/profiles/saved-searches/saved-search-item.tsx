import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { MAX_SEARCH_NAME_LENGTH } from './save-search-form';
import {
  DELETE_SAVED_SEARCH,
  RENAME_SAVED_SEARCH,
  SAVE_SEARCH,
  type SavedSearch,
} from './saved-searches.graphql';
import { useSearchSummary } from '../directory/use-search-summary';
import type { SearchFilters } from '../directory/search-url';

interface ItemProps {
  saved: SavedSearch;
  onOpen: (asked: SearchFilters) => void;
  onGone: () => void;
}

/** A saved search, with its description and actions. */
export function SavedSearchItem({ saved, onOpen, onGone }: ItemProps) {
  const { id, name, chips, words } = saved;
  const inWords = useSearchSummary();
  const [isNaming, setNaming] = useState(false);
  const remove = useMutationState(DELETE_SAVED_SEARCH);
  const act = async () => {
    if (await remove.run({ id })) onGone();
  };
  return (
    <li className="card stack stack--2">
      <b className="breakable">{name}</b>
      <span className="xs muted breakable">{inWords(saved)}</span>
      <FormProblem problem={remove.problem} />
      {isNaming ? (
        <Rename saved={saved} onDone={() => setNaming(false)} />
      ) : (
        <div className="inline wrap">
          <Button small kind="soft" icon="search" onClick={() => onOpen({ chips, words })}>
            <Trans>Abrir</Trans>
            <span className="vh"> {name}</span>
          </Button>
          <Button small kind="text" onClick={() => setNaming(true)}>
            <Trans>Cambiar nombre</Trans>
            <span className="vh"> {name}</span>
          </Button>
          <Button small kind="text" isBusy={remove.isBusy} onClick={() => void act()}>
            <Trans>Borrar</Trans>
            <span className="vh"> {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function Rename({ saved: { id, name }, onDone }: { saved: SavedSearch; onDone: () => void }) {
  const { t } = useLingui();
  const [next, setNext] = useState(name);
  const rename = useMutationState(RENAME_SAVED_SEARCH);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await rename.run({ input: { savedSearchId: id, name: next } })) onDone();
  };
  return (
    <form className="stack stack--2" noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={rename.problem} />
      <TextField
        ref={box}
        label={t`Nombre`}
        maxLength={MAX_SEARCH_NAME_LENGTH}
        value={next}
        error={rename.fieldMessage('name')}
        onChange={(event) => setNext(event.target.value)}
      />
      <div className="inline">
        <Button small kind="primary" type="submit" isBusy={rename.isBusy}>
          <Trans>Guardar</Trans>
        </Button>
        <Button small kind="text" onClick={onDone}>
          <Trans>Cancelar</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Replaces a deleted search, with an undo button. */
export function DeletedSearch({ saved, onBack }: { saved: SavedSearch; onBack: () => void }) {
  const { name, chips, words } = saved;
  const save = useMutationState(SAVE_SEARCH);
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const undo = async () => {
    if (await save.run({ input: { name, chips, words } })) onBack();
  };
  return (
    <li className="card stack stack--2" ref={box}>
      <span className="muted breakable" role="status">
        <s>{name}</s> <Trans>Borrada.</Trans>
      </span>
      <FormProblem problem={save.problem} />
      <span>
        <Button small isBusy={save.isBusy} onClick={() => void undo()}>
          <Trans>Deshacer</Trans>
          <span className="vh"> {name}</span>
        </Button>
      </span>
    </li>
  );
}
