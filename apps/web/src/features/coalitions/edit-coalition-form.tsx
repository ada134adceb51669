import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { FormProblem } from '../../ui/forms/form-problem';
import { useBlankCheck } from '../../ui/forms/use-blank-check';
import { CoalitionTexts } from './coalition-texts';
import { type Coalition, EDIT_COALITION } from './coalitions.graphql';
import './error-texts';

interface EditCoalitionFormProps {
  coalition: Pick<Coalition, 'id' | 'slug' | 'name' | 'purpose'>;
}

/** Changes name and purpose of a coalition. */
export function EditCoalitionForm({ coalition }: EditCoalitionFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const [name, setName] = useState(coalition.name);
  const [purpose, setPurpose] = useState(coalition.purpose);
  const { form, isWhole, errorOf } = useBlankCheck();
  const edit = useMutationState(EDIT_COALITION, GROUP_TYPES);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole({ name, purpose })) return;
    if (!(await edit.run({ input: { coalitionId: coalition.id, name, purpose } }))) return;
    toast({ text: t`Guardado` });
    navigate(`/coalitions/${coalition.slug}`, { replace: true });
  };
  return (
    <form ref={form} className="stack stack--5" noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={edit.problem} />
      <CoalitionTexts
        name={name}
        purpose={purpose}
        onName={setName}
        onPurpose={setPurpose}
        errorOf={(field) => errorOf(field, edit.fieldMessage(field))}
      />
      <Button kind="primary" type="submit" block isBusy={edit.isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}
