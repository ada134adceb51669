import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { VOLUNTEER_AS_INTERPRETER } from './interpreters.graphql';

interface InterpreterNameFormProps {
  /** Undefined before the viewer volunteers. */
  name: string | undefined;
  onSaved: () => void;
}

/** Volunteers as an interpreter under a name, or changes the name. */
export function InterpreterNameForm({ name: now, onSaved }: InterpreterNameFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [name, setName] = useState(now ?? '');
  const { run, isBusy, problem, fieldMessage } = useMutationState(VOLUNTEER_AS_INTERPRETER);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ input: { name } }))) return;
    toast({ text: t`Quedó guardado` });
    onSaved();
  };
  return (
    <Card className="stack--3">
      <form className="stack stack--3" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t`Tu nombre como intérprete`}
          hint={t`Lo lee quien pidió apoyo antes de aceptar que vengas, y quien le acompaña. No lleva a tu perfil.`}
          maxLength={40}
          autoComplete="off"
          value={name}
          error={fieldMessage('name')}
          onChange={({ target }) => setName(target.value)}
        />
        <FormProblem problem={problem} />
        <span>
          <Button kind={now ? 'line' : 'primary'} type="submit" isBusy={isBusy}>
            {now ? <Trans>Guardar el nombre</Trans> : <Trans>Quiero interpretar</Trans>}
          </Button>
        </span>
      </form>
    </Card>
  );
}
