import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../lib/use-act';
import { Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Select, TextArea } from '../../ui/field';
import { Sheet } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import './reasons';
import { SUGGEST } from './suggestions.graphql';

interface Someone {
  id: string;
  name: string;
}

/** For whoever holds a group: puts two of its people together. What becomes of it is between the two. */
export function SuggestMeeting({ people }: { people: readonly Someone[] }) {
  const [isOpen, setOpen] = useState(false);
  if (people.length < 2) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="allies" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Trans>Sugerir que dos se conozcan</Trans>
      </Button>
      <Sheet isOpen={isOpen} onClose={close} title={<Trans>Sugerir que dos se conozcan</Trans>}>
        <SuggestForm people={people} onClose={close} />
      </Sheet>
    </>
  );
}

function SuggestForm({ people, onClose }: { people: readonly Someone[]; onClose: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const suggest = useAct(SUGGEST);
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const [line, setLine] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await suggest.run({ input: { oneId: one, otherId: other, line } }))) return;
    toast({ text: t`Listo. Lo que respondan queda entre las dos.` });
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Problem text={suggest.message} />
      <Who label={t`Una persona`} people={people} value={one} without={other} onChange={setOne} />
      <Who label={t`La otra`} people={people} value={other} without={one} onChange={setOther} />
      <TextArea
        label={t`¿Por qué?`}
        isOptional
        rows={3}
        maxLength={300}
        value={line}
        onChange={(event) => setLine(event.target.value)}
        error={suggest.fieldMessage('line')}
      />
      <p className="xs muted">
        <Trans>
          Cada una ve el nombre que la otra tiene en este grupo, tu nombre aquí y lo que escribas.
          Solo si las dos dicen que sí se conocen; a ti no se te dice qué respondieron.
        </Trans>
      </p>
      <Button kind="primary" type="submit" block disabled={!one || !other} isBusy={suggest.isBusy}>
        <Trans>Sugerir</Trans>
      </Button>
    </form>
  );
}

interface WhoProps {
  label: string;
  people: readonly Someone[];
  value: string;
  without: string;
  onChange: (id: string) => void;
}

function Who({ label, people, value, without, onChange }: WhoProps) {
  const { t } = useLingui();
  return (
    <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t`Elige`}</option>
      {people
        .filter(({ id }) => id !== without)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}
