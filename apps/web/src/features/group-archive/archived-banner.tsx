import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../gql/types';
import { retryOutboxRefusedFor } from '../../lib/device/outbox';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { UNARCHIVE_GROUP } from './archive.graphql';
import './error-texts';

interface ArchivedBannerProps {
  group: Pick<GroupQuery['group'], 'id' | 'name' | 'unarchivableUntil' | 'deletedAt' | 'viewerCan'>;
}

/** Marks an archived group: when it is deleted and, for stewards while they can, the button that brings it back. */
export function ArchivedBanner({ group }: ArchivedBannerProps) {
  const { t, i18n } = useLingui();
  const { id, name, unarchivableUntil, deletedAt, viewerCan } = group;
  const toast = useToast();
  const unarchive = useMutationState(UNARCHIVE_GROUP, GROUP_TYPES);
  if (!deletedAt || !unarchivableUntil) return null;
  const act = async () => {
    if (!(await unarchive.run({ id }))) return;
    retryOutboxRefusedFor('group.archived');
    toast({ text: t`${name} vuelve a estar abierto` });
  };
  const [lastDay, day] = [unarchivableUntil, deletedAt].map((at) =>
    i18n.date(at, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }),
  );
  return (
    <>
      <ErrorBanner text={unarchive.message} />
      <Banner icon="archive" title={<Trans>Grupo archivado</Trans>}>
        <span className="stack stack--2">
          <span>
            <Trans>Se puede leer, ya no se escribe. Se borra el {day}.</Trans>
          </span>
          {viewerCan.includes('unarchive') && (
            <span>
              <Trans>
                Puedes volver a abrirlo hasta el {lastDay}. Si estaba en coaliciones, no vuelve a
                ellas.
              </Trans>
            </span>
          )}
          {viewerCan.includes('unarchive') && (
            <Button isBusy={unarchive.isBusy} onClick={() => void act()}>
              <Trans>Volver a abrirlo</Trans>
            </Button>
          )}
        </span>
      </Banner>
    </>
  );
}
