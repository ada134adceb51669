import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { gql } from 'urql';
import type { DeleteAccountMutation, DeleteAccountMutationVariables } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { OwnSecretField } from './own-secret-field';
import './error-texts';

const DELETE_ACCOUNT = gql<DeleteAccountMutation, DeleteAccountMutationVariables>`
  mutation DeleteAccount($input: PasswordInput!) {
    deleteAccount(input: $input) {
      id
      deletionDueAt
    }
  }
`;

interface DeleteAccountProps {
  isOpen: boolean;
  onClose: () => void;
  hasPassword: boolean;
  onAsked: () => void;
}

/** Deletes the account: lists what is deleted and what remains, then asks for the password or recovery phrase. */
export function DeleteAccount({ isOpen, onClose, hasPassword, onAsked }: DeleteAccountProps) {
  const { t } = useLingui();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Borrar mi cuenta`}>
      <ul className="bullets">
        <li>
          <Trans>
            Se borran tu perfil, tus mensajes, tus avales y tu lugar en los grupos. Por un tiempo
            pueden quedar copias en reportes y de respaldo. El registro de auditoría conserva, sin
            tu nombre, lo que hiciste y lo que se decidió sobre ti.
          </Trans>
        </li>
        <li>
          <Trans>Lo que otras personas ya leyeron o copiaron no se puede borrar.</Trans>
        </li>
        <li>
          <Trans>Tienes 72 horas para cambiar de idea; después no hay vuelta atrás.</Trans>
        </li>
      </ul>
      <DeleteForm hasPassword={hasPassword} onAsked={onAsked} />
    </Sheet>
  );
}

function DeleteForm({ hasPassword, onAsked }: { hasPassword: boolean; onAsked: () => void }) {
  const [password, setPassword] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(DELETE_ACCOUNT);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ input: { password } })) onAsked();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <FormProblem problem={problem} />
      <OwnSecretField
        id="delete-password"
        hasPassword={hasPassword}
        value={password}
        onChange={setPassword}
        error={fieldMessage('password')}
      />
      <Button kind="danger" block icon="trash" type="submit" isBusy={isBusy}>
        <Trans>Borrar en 72 horas</Trans>
      </Button>
    </form>
  );
}
