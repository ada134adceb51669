import { Trans, useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { useClient } from 'urql';
import { invalidateCache } from '../../../lib/server/invalidate-cache';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { PictureField } from '../../../ui/forms/picture-field';
import type { SaveChosenPicture } from '../../../ui/forms/use-picture-upload';
import '../error-texts';
import { REMOVE_GROUP_PICTURE } from './group-picture.graphql';

interface GroupPictureFieldProps {
  group: { id: string; name: string; picture: string | null };
  saveRef: Ref<SaveChosenPicture>;
}

/** Picture of a group, saved at once or together with the form of the page. */
export function GroupPictureField({ group, saveRef }: GroupPictureFieldProps) {
  const { t } = useLingui();
  const { id, name, picture } = group;
  const client = useClient();
  const removal = useMutationState(REMOVE_GROUP_PICTURE);
  const takeAway = async () => (await removal.run({ id })) !== undefined;
  // The upload is no mutation, so urql does not invalidate by itself.
  const changed = () => void invalidateCache(client, ['Group']);
  const doors = { of: 'group' as const, current: picture, to: `/uploads/group/${id}`, takeAway };
  return (
    <section className="field" aria-label={t`Foto del grupo`}>
      <span className="label">
        <Trans>Foto del grupo</Trans>
      </span>
      <span className="hint">
        <Trans>
          La ve quien puede ver el grupo. Mejor un dibujo o un signo que caras o lugares.
        </Trans>
      </span>
      <PictureField
        who={{ id, name }}
        saveRef={saveRef}
        doors={{ ...doors, message: removal.message, isBusy: removal.isBusy, onChanged: changed }}
      />
    </section>
  );
}
