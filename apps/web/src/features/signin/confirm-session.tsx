import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { gql } from 'urql';
import type { ConfirmSessionMutation, ConfirmSessionMutationVariables } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { useMyAccount } from './use-my-account';
import { OwnSecretField } from './own-secret-field';
import './error-texts';

const CONFIRM_SESSION = gql<ConfirmSessionMutation, ConfirmSessionMutationVariables>`
  mutation ConfirmSession($input: PasswordInput!) {
    confirmSession(input: $input)
  }
`;

interface ConfirmSessionProps {
  isOpen: boolean;
  onClose: () => void;
  /** Explains the consequences in one or two sentences. */
  children: ReactNode;
  onConfirmed: () => void;
}

/** Asks for the password before a serious action. */
export function ConfirmSession({ isOpen, onClose, children, onConfirmed }: ConfirmSessionProps) {
  const { t } = useLingui();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Confirma que eres tú`}>
      {children}
      <ConfirmForm onConfirmed={onConfirmed} />
    </Sheet>
  );
}

function ConfirmForm({ onConfirmed }: { onConfirmed: () => void }) {
  const { account } = useMyAccount();
  const [password, setPassword] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(CONFIRM_SESSION);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ input: { password } })) onConfirmed();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <FormProblem problem={problem} />
      <OwnSecretField
        id="confirm-password"
        hasPassword={account?.hasPassword !== false}
        value={password}
        onChange={setPassword}
        error={fieldMessage('password')}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Confirmar</Trans>
      </Button>
    </form>
  );
}
