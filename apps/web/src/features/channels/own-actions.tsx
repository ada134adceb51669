import { Trans } from '@lingui/react/macro';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { FormProblem } from '../../ui/form-problem';
import './reasons';
import { DELETE_MESSAGE, type Said } from './channels.graphql';

interface OwnActionsProps {
  message: Said;
  onEdit: () => void;
  onChanged: (message: Said) => void;
}

/** Changing and taking back what one wrote oneself. */
export function OwnActions({ message, onEdit, onChanged }: OwnActionsProps) {
  const remove = useAct(DELETE_MESSAGE);
  const act = async () => {
    const data = await remove.run({ id: message.id });
    if (data) onChanged(data.deleteMessage);
  };
  return (
    <div className="inline">
      <Button kind="text" small onClick={onEdit}>
        <Trans>Editar</Trans>
      </Button>
      <Button kind="text" small isBusy={remove.isBusy} onClick={() => void act()}>
        <Trans>Borrar</Trans>
      </Button>
      <FormProblem problem={remove.problem} />
    </div>
  );
}
