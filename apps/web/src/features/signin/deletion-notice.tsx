import { Trans, useLingui } from '@lingui/react/macro';
import { gql } from 'urql';
import type { UndoDeletionMutation, UndoDeletionMutationVariables } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import './error-texts';

const UNDO_DELETION = gql<UndoDeletionMutation, UndoDeletionMutationVariables>`
  mutation UndoDeletion {
    undoDeletion {
      id
      deletionDueAt
    }
  }
`;

/** Shows when a pending account deletion takes effect, and how to cancel it. */
export function DeletionNotice({ dueAt }: { dueAt: string }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(UNDO_DELETION);
  const when = i18n.date(dueAt, { dateStyle: 'full', timeStyle: 'short' });
  const undo = async () => {
    if (await run({})) toast({ text: t`Se canceló el borrado de tu cuenta.` });
  };
  return (
    <section className="card stack stack--3 card--danger" aria-label={t`Tu cuenta se va a borrar`}>
      <p>
        <b>
          <Trans>Tu cuenta se va a borrar</Trans>
        </b>
        <br />
        <Trans>Será el {when}. Hasta entonces puedes quedarte.</Trans>
      </p>
      {message && <p role="alert">{message}</p>}
      <Button kind="line" block isBusy={isBusy} onClick={() => void undo()}>
        <Trans>Quiero quedarme</Trans>
      </Button>
    </section>
  );
}
