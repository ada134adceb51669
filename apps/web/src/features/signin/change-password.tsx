import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { gql } from 'urql';
import type { ChangePasswordMutation, ChangePasswordMutationVariables } from '../../gql/types';
import { registerErrorTexts } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import { OwnSecretField } from './own-secret-field';
import { PasswordField, usePasswordHint } from './password-field';
import './error-texts';

registerErrorTexts({
  passwordTooShort: msg`La contraseña necesita 12 caracteres o más.`,
  passwordCommon: msg`Esa contraseña es fácil de adivinar. Prueba con una frase tuya.`,
  passwordSame: msg`Es la contraseña que ya tienes. Elige otra.`,
});

const CHANGE_PASSWORD = gql<ChangePasswordMutation, ChangePasswordMutationVariables>`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      id
      pendingEmail
    }
  }
`;

interface ChangePasswordProps {
  isOpen: boolean;
  onClose: () => void;
  hasPassword: boolean;
  /** Whether a change of the email address is pending; a new password cancels it. */
  isAddressChanging: boolean;
}

export function ChangePassword({ isAddressChanging, ...props }: ChangePasswordProps) {
  const { isOpen, onClose, hasPassword } = props;
  const { t } = useLingui();
  const { deletionDueAt } = useMe();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Cambiar la contraseña`}>
      <PasswordForm hasPassword={hasPassword} onDone={onClose} />
      <p className="xs muted">
        <Trans>Se cierran tus sesiones en los demás dispositivos.</Trans>{' '}
        {isAddressChanging && (
          <Trans>También se cancela el cambio de correo que está pendiente.</Trans>
        )}{' '}
        {deletionDueAt && <Trans>También se cancela el borrado de tu cuenta.</Trans>}
      </p>
    </Sheet>
  );
}

function PasswordForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const me = useMe();
  const hint = usePasswordHint();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(CHANGE_PASSWORD);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ input: { currentPassword, newPassword } }))) return;
    toast({
      text: me.deletionDueAt
        ? t`Tu contraseña cambió, las demás sesiones se cerraron y se canceló el borrado de tu cuenta. Si quieres borrarla, pídelo otra vez.`
        : t`Tu contraseña cambió. Las demás sesiones se cerraron.`,
    });
    onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <FormProblem problem={problem} />
      <OwnSecretField
        id="current-password"
        label={<Trans>Contraseña actual</Trans>}
        hasPassword={hasPassword}
        value={currentPassword}
        onChange={setCurrent}
        error={fieldMessage('currentPassword')}
      />
      <PasswordField
        id="new-password"
        label={<Trans>Contraseña nueva</Trans>}
        hint={hint}
        isNew
        value={newPassword}
        onChange={setNew}
        error={fieldMessage('newPassword')}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Guardar la contraseña</Trans>
      </Button>
    </form>
  );
}
