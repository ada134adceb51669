import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import './error-texts';
import { SET_WORK_NAME } from './cases.graphql';

interface WorkNameFormProps {
  workName: string | null;
  onSaved: () => void;
}

/** The name under which requesters know the viewer. Without it nobody can claim a request. */
export function WorkNameForm({ workName, onSaved }: WorkNameFormProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  if (workName && !isOpen) {
    return (
      <p className="muted">
        <Trans>Quienes piden apoyo te conocen como «{workName}».</Trans>{' '}
        <button type="button" className="btn btn--text btn--sm" onClick={() => setOpen(true)}>
          {t`Cambiar el nombre`}
        </button>
      </p>
    );
  }
  const done = () => {
    setOpen(false);
    onSaved();
  };
  return (
    <Form
      workName={workName}
      onSaved={done}
      {...(workName && { onCancel: () => setOpen(false) })}
    />
  );
}

function Form({ workName, onSaved, onCancel }: WorkNameFormProps & { onCancel?: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [name, setName] = useState(workName ?? '');
  const save = useMutationState(SET_WORK_NAME);
  const submit = async () => {
    if (!(await save.run({ input: { name } }))) return;
    toast({ text: t`Quedó guardado` });
    onSaved();
  };
  return (
    <Card isWaiting={!workName} className="stack--3">
      <h2>
        <Trans>Tu nombre de trabajo</Trans>
      </h2>
      <p className="muted">
        <Trans>
          Con este nombre te conocen quienes piden apoyo, y pueden excluirte por él para que no leas
          su pedido. No lleva a tu perfil. Sin él no puedes tomar pedidos.
        </Trans>
      </p>
      <form
        className="stack stack--3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t`Nombre de trabajo`}
          hint={t`Después solo podrás cambiarlo una vez cada 30 días.`}
          maxLength={40}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={save.fieldMessage('name')}
        />
        <FormProblem problem={save.problem} />
        <span className="btns">
          <Button kind="primary" type="submit" isBusy={save.isBusy}>
            <Trans>Guardar</Trans>
          </Button>
          {onCancel && (
            <Button onClick={onCancel}>
              <Trans>Cancelar</Trans>
            </Button>
          )}
        </span>
      </form>
    </Card>
  );
}
