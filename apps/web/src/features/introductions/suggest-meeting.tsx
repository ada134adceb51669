import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { TextArea } from '../../ui/forms/field';
import { Sheet } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import './error-texts';
import { SUGGEST_MEETING } from './suggestions.graphql';
import { type PickedMember, TwoMembersPicker } from './two-members-picker';

/** For stewards: suggests to two members of the group that they meet. The steward does not learn their answers. */
export function SuggestMeeting({ groupId }: { groupId: string }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="allies" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Trans>Sugerir que dos se conozcan</Trans>
      </Button>
      <Sheet isOpen={isOpen} onClose={close} title={<Trans>Sugerir que dos se conozcan</Trans>}>
        <SuggestForm groupId={groupId} onClose={close} />
      </Sheet>
    </>
  );
}

function SuggestForm({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const suggest = useMutationState(SUGGEST_MEETING);
  const [two, setTwo] = useState<readonly PickedMember[]>([]);
  const [line, setLine] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [one, other] = two;
    if (!one || !other) return;
    if (!(await suggest.run({ input: { oneId: one.id, otherId: other.id, line } }))) return;
    toast({ text: t`Listo. Lo que respondan queda entre las dos.` });
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <ErrorBanner text={suggest.message} />
      <TwoMembersPicker groupId={groupId} two={two} onChange={setTwo} />
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
      <Button kind="primary" type="submit" block disabled={two.length < 2} isBusy={suggest.isBusy}>
        <Trans>Sugerir</Trans>
      </Button>
    </form>
  );
}
