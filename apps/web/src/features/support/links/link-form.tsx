import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import './error-texts';
import { ADD_CASE_LINK, LINK_CHANGES } from './links.graphql';

interface LinkFormProps {
  requestId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Adds a link to a case. */
export function LinkForm({ requestId, onDone, onCancel }: LinkFormProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const add = useMutationState(ADD_CASE_LINK, LINK_CHANGES);
  const send = async () => {
    if (await add.run({ input: { requestId, name, url } })) onDone();
  };
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t`Nombre del enlace`}
        hint={t`Por ejemplo: «Guía para cambiar claves»`}
        maxLength={80}
        autoFocus
        value={name}
        error={add.fieldMessage('name')}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        type="url"
        label={t`Dirección`}
        hint={t`Empieza con https://`}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={url}
        error={add.fieldMessage('url')}
        onChange={({ target }) => setUrl(target.value)}
      />
      <FormProblem problem={add.problem} />
      <span className="btns">
        <Button kind="primary" type="submit" isBusy={add.isBusy}>
          <Trans>Sumar el enlace</Trans>
        </Button>
        <Button onClick={onCancel}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </form>
  );
}
