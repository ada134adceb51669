import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { TextArea, TextField } from '../../../ui/forms/field';
import { DESCRIBE_HELP, type Helper, HELPER_CHANGES } from './helpers.graphql';

interface HelpFormProps {
  requestId: string;
  helper: Helper;
  onDone: () => void;
}

/** Writes what a helper is told and for how many days. The requester reads exactly this text before they agree. */
export function HelpForm({
  requestId,
  helper: { id: helperId, state, ...helper },
  onDone,
}: HelpFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [text, setText] = useState(helper.text ?? '');
  const [days, setDays] = useState('30');
  const describe = useMutationState(DESCRIBE_HELP, HELPER_CHANGES);
  const isBound = state === 'consented' || state === 'open';
  const send = async () => {
    const input = { requestId, helperId, text, days: Number(days) || 0 };
    if (!(await describe.run({ input }))) return;
    toast({ text: t`Se lo mostramos a quien pidió apoyo` });
    onDone();
  };
  return (
    <div className="stack stack--3">
      {isBound && (
        <p className="xs muted">
          <Trans>
            Si lo cambias, el permiso anterior termina, esa persona deja de leer y tienes que
            pedirlo otra vez.
          </Trans>
        </p>
      )}
      <TextArea
        label={t`Qué se le cuenta y qué puede ver`}
        hint={t`Quien pidió apoyo lee exactamente este texto antes de decidir`}
        value={text}
        maxLength={1000}
        error={describe.fieldMessage('text')}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField
        label={t`Por cuántos días`}
        hint={t`De 1 a 90`}
        inputMode="numeric"
        value={days}
        error={describe.fieldMessage('days')}
        onChange={({ target }) => setDays(target.value)}
      />
      <ErrorBanner text={describe.message} />
      <span className="btns">
        <Button
          kind="primary"
          isBusy={describe.isBusy}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <Trans>Pedir permiso</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </div>
  );
}
