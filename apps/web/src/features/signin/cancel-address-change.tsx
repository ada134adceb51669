import { Trans, useLingui } from '@lingui/react/macro';
import { gql } from 'urql';
import type {
  CancelAddressChangeMutation,
  CancelAddressChangeMutationVariables,
} from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useToast } from '../../ui/actions/toast';
import { IconTile, Row } from '../../ui/display/card';

const CANCEL_ADDRESS_CHANGE = gql<
  CancelAddressChangeMutation,
  CancelAddressChangeMutationVariables
>`
  mutation CancelAddressChange {
    cancelAddressChange {
      id
      email
      pendingEmail
    }
  }
`;

/** Row that cancels the pending change of the email address. It needs no confirmation: the change can be requested again. */
export function CancelAddressChange({ email }: { email: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, message, isBusy } = useMutationState(CANCEL_ADDRESS_CHANGE);
  const cancel = async () => {
    const done = await run({});
    if (!done) return;
    const isKept = done.cancelAddressChange.email === email;
    toast({
      text: isKept
        ? t`Cambio cancelado. Sigues entrando con el mismo correo.`
        : t`El cambio no se canceló: el enlace ya se había usado. Ahora entras con el correo nuevo. Si no fuiste tú, abre antes de 72 horas el enlace que llegó a tu correo anterior.`,
    });
  };
  return (
    <Row
      start={<IconTile icon="close" />}
      title={<Trans>Cancelar el cambio de correo</Trans>}
      note={
        message ??
        t`Si lo cancelas, el enlace que enviamos deja de servir. Puedes pedir otro cambio cuando quieras.`
      }
      onClick={() => void (isBusy || cancel())}
    />
  );
}
