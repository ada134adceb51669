import { useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { CheckChoice } from '../../../ui/forms/choice';
import { FieldError } from '../../../ui/forms/field';
import { useToast } from '../../../ui/actions/toast';
import { SET_TAKES_REQUESTS } from './own-profile.graphql';

interface AvailabilityProps {
  takesRequests: boolean;
  onChanged: () => void;
}

/** Setting: whether the viewer takes requests to meet. Saved at once, with undo. */
export function Availability({ takesRequests, onChanged }: AvailabilityProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(SET_TAKES_REQUESTS);
  const change = async (next: boolean) => {
    if (!(await run({ takesRequests: next }))) return;
    const onUndo = () => void run({ takesRequests: !next }).then(onChanged);
    toast({ text: next ? t`Vuelves a recibir pedidos` : t`Ya no recibes pedidos`, onUndo });
    onChanged();
  };
  return (
    <div className="stack stack--2">
      <CheckChoice
        checked={!takesRequests}
        disabled={isBusy}
        onChange={(event) => void change(!event.target.checked)}
        aria-describedby={message ? 'availability-error' : undefined}
        note={t`Quien te encuentra lo lee y no puede pedirte una presentación. Lo que ya te pidieron sigue en espera.`}
      >
        {t`No recibo pedidos por ahora`}
      </CheckChoice>
      <FieldError id="availability-error" error={message} />
    </div>
  );
}
