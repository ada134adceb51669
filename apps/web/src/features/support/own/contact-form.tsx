import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import './error-texts';
import { CHANGE_SAFE_CONTACT, type OwnRequest } from './own-requests.graphql';

type ContactFormProps = { request: Pick<OwnRequest, 'id' | 'content'> };

/** The safe way to reach the requester, and a form to add or change it after sending. */
export function ContactForm({ request }: ContactFormProps) {
  const [isOpen, setOpen] = useState(false);
  const { safeWay, times } = request.content;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Cómo te contactamos</Trans>
      </h2>
      {isOpen ? (
        <Form request={request} onDone={() => setOpen(false)} />
      ) : (
        <>
          <p className={safeWay ? 'said' : 'muted'}>
            {safeWay ? (
              [safeWay, times].filter(Boolean).join(' · ')
            ) : (
              <Trans>Sin una forma segura, solo pueden contestarte aquí.</Trans>
            )}
          </p>
          <span>
            <Button small onClick={() => setOpen(true)}>
              {safeWay ? <Trans>Cambiar</Trans> : <Trans>Agregar una forma segura</Trans>}
            </Button>
          </span>
        </>
      )}
    </Card>
  );
}

function Form({
  request: { id: requestId, content },
  onDone,
}: ContactFormProps & { onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [safeWay, setSafeWay] = useState(content.safeWay ?? '');
  const [times, setTimes] = useState(content.times ?? '');
  const { run, isBusy, message, fieldMessage } = useMutationState(CHANGE_SAFE_CONTACT);
  // Only what was changed here: another device may have changed the rest since the form was opened.
  const [opened] = useState(content);
  const changes = changesOf(opened, { safeWay, times });
  const save = async () => {
    if (Object.keys(changes).length === 0) return onDone();
    if (!(await run({ input: { requestId, ...changes } }))) return;
    const isRemoved = opened.safeWay && safeWay.trim() === '';
    const removed = t`Quitaste tu forma segura: ahora solo pueden contestarte aquí`;
    toast({ text: isRemoved ? removed : t`Quedó guardado` });
    onDone();
  };
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t`Una forma segura`}
        hint={t`Un número, un correo o un usuario que nadie más mire`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={safeWay}
        error={fieldMessage('safeWay')}
        onChange={({ target }) => setSafeWay(target.value)}
      />
      <TextField
        label={t`Cuándo es buen momento`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={times}
        error={fieldMessage('times')}
        onChange={({ target }) => setTimes(target.value)}
      />
      <ErrorBanner text={message} />
      <span className="btns">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          <Trans>Guardar</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </form>
  );
}

type Contact = Pick<OwnRequest['content'], 'safeWay' | 'times'>;

/** The fields in which the two differ. */
const changesOf = (before: Contact, { safeWay, times }: { safeWay: string; times: string }) => ({
  ...(safeWay !== (before.safeWay ?? '') && { safeWay }),
  ...(times !== (before.times ?? '') && { times }),
});
