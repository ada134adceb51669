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
export function CancelAddressChange() {
  const { t } = useLingui();
  const toast = useToast();
  const { run, message, isBusy } = useMutationState(CANCEL_ADDRESS_CHANGE);
  const cancel = async () => {
    if (await run({})) toast({ text: t`Cambio cancelado. Entras con el correo de siempre.` });
  };
  return (
    <Row
      start={<IconTile icon="close" />}
      title={<Trans>Cancelar el cambio de correo</Trans>}
      note={message ?? t`El enlace que enviamos deja de servir. Para recibir otro, toca tu correo.`}
      onClick={() => void (isBusy || cancel())}
    />
  );
}
