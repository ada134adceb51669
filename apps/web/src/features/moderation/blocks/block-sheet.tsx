import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import { BLOCK_PERSON, UNBLOCK_PERSON } from './block-and-report.graphql';
import type { BlockableTarget } from '../reports/report-sheet';
import '../matters/error-texts';

interface BlockSheetProps {
  target: BlockableTarget;
  name: string;
  /** Whether the person is an ally: blocking also ends the alliance, which undoing does not restore. */
  isAlly?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** Called after the block, and after it was undone. */
  onChanged: () => void;
}

/** Blocks a person. It can be undone from the toast, and later from the list of blocked people. */
export function BlockSheet({ target, name, isAlly, isOpen, onClose, onChanged }: BlockSheetProps) {
  const { t } = useLingui();
  const toast = useToast();
  const block = useMutationState(BLOCK_PERSON);
  const unblock = useMutationState(UNBLOCK_PERSON);
  const act = async () => {
    const done = await block.run(target);
    if (!done) return;
    const blockId = done.block.id;
    const undo = () => void unblock.run({ blockId }).then(onChanged);
    toast({ text: t`Bloqueaste a ${name}`, icon: 'block', onUndo: undo });
    onClose();
    onChanged();
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={<Trans>Bloquear a {name}</Trans>}>
      <ErrorBanner text={block.message} />
      <WhatChanges isInGroup={target.subject === 'Message'} />
      {isAlly && (
        <Banner look="warn" icon="allies">
          <Trans>También termina la alianza, y eso no vuelve al deshacer.</Trans>
        </Banner>
      )}
      <Button kind="danger" block icon="block" isBusy={block.isBusy} onClick={() => void act()}>
        <Trans>Bloquear</Trans>
      </Button>
    </Sheet>
  );
}

function WhatChanges({ isInGroup }: { isInGroup: boolean }) {
  return (
    <>
      <p>
        <Trans>
          Dejan de verse en la búsqueda, los perfiles, las presentaciones y las notificaciones. No
          se le avisa.
        </Trans>
      </p>
      <p>
        <Trans>
          En los grupos que comparten todo sigue igual para el resto: ahí sus mensajes se te
          muestran plegados.
        </Trans>
      </p>
      {isInGroup && (
        <p className="xs muted">
          <Trans>
            Si salió, o lleva un nombre que usa solo en este grupo, el bloqueo vale solo aquí: no se
            dice quién es.
          </Trans>
        </p>
      )}
    </>
  );
}
