import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { gql } from 'urql';
import type { ChangeAddressMutation, ChangeAddressMutationVariables } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import { EmailField } from './email-field';
import { OwnSecretField } from './own-secret-field';
import './error-texts';

const CHANGE_ADDRESS = gql<ChangeAddressMutation, ChangeAddressMutationVariables>`
  mutation ChangeAddress($input: ChangeAddressInput!) {
    changeAddress(input: $input) {
      id
      email
      pendingEmail
    }
  }
`;

interface ChangeAddressProps {
  isOpen: boolean;
  onClose: () => void;
  hasPassword: boolean;
}

/** Changes the email address. The old one stays valid until the link sent to the new one is opened. */
export function ChangeAddress({ isOpen, onClose, hasPassword }: ChangeAddressProps) {
  const { t } = useLingui();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Cambiar el correo`}>
      <AddressForm hasPassword={hasPassword} onDone={onClose} />
    </Sheet>
  );
}

function AddressForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(CHANGE_ADDRESS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ input: { email, password } }))) return;
    toast({ text: t`Te enviamos un enlace al correo nuevo.`, icon: 'mail' });
    onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem problem={problem} />
      <EmailField
        id="new-email"
        label={<Trans>Correo nuevo</Trans>}
        hint={
          <Trans>
            Enviaremos un enlace al correo nuevo. Hasta que lo abras, entras con el actual. Desde el
            correo actual puedes deshacer el cambio durante 72 horas.
          </Trans>
        }
        value={email}
        onChange={setEmail}
        error={fieldMessage('email')}
      />
      <OwnSecretField
        id="address-password"
        hasPassword={hasPassword}
        value={password}
        onChange={setPassword}
        error={fieldMessage('password')}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Enviar el enlace</Trans>
      </Button>
    </form>
  );
}
