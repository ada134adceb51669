import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { Sheet } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import { SET_KNOWN_AS } from './duties.graphql';

interface KnownAsProps {
  name: string | null;
  onChanged: () => void;
}

/** Name by which administrators know the holder of a duty; it is not part of the profile. */
export function KnownAs({ name, onChanged }: KnownAsProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const changed = () => {
    close();
    onChanged();
  };
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon="edit" look="plain" />}
          title={<span className="breakable">{name ?? t`Sin nombre todavía`}</span>}
          note={<Trans>Así te conoce Administración, y nadie más</Trans>}
          onClick={() => setOpen(true)}
        />
      </Rows>
      <Sheet isOpen={isOpen} onClose={close} title={t`Cómo te conoce Administración`}>
        <NameForm name={name} onChanged={changed} />
      </Sheet>
    </>
  );
}

function NameForm({ name, onChanged }: KnownAsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [knownAs, setKnownAs] = useState(name ?? '');
  const { run, isBusy, problem, fieldMessage } = useMutationState(SET_KNOWN_AS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ input: { knownAs } }))) return;
    toast({ text: t`Guardado.` });
    onChanged();
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={problem} />
      <TextField
        label={<Trans>Nombre</Trans>}
        hint={
          <Trans>
            Para que sepan quién tiene qué tarea. No hace falta que sea el de tu perfil.
          </Trans>
        }
        maxLength={60}
        autoComplete="off"
        value={knownAs}
        error={fieldMessage('knownAs')}
        onChange={(event) => setKnownAs(event.target.value)}
      />
      <Button kind="primary" block type="submit" isBusy={isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}
