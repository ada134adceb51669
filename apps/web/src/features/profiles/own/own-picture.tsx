import { useRefreshFaces } from '../../../lib/server/use-refresh-faces';
import { useMe } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { PictureField } from '../../../ui/forms/picture-field';
import { REMOVE_PROFILE_PICTURE, type OwnProfileField } from './own-profile.graphql';

interface OwnPictureProps {
  field: OwnProfileField;
  onChanged: () => void;
}

export function OwnPicture({ field, onChanged }: OwnPictureProps) {
  const { personId, personName } = useMe();
  const refreshFaces = useRefreshFaces();
  const removal = useMutationState(REMOVE_PROFILE_PICTURE);
  const takeAway = async () => (await removal.run({})) !== undefined;
  const changed = () => {
    refreshFaces();
    onChanged();
  };
  const doors = { of: 'avatar' as const, current: field.text, to: '/uploads/avatar', takeAway };
  return (
    <PictureField
      who={{ id: personId ?? '', name: personName ?? '' }}
      doors={{ ...doors, message: removal.message, isBusy: removal.isBusy, onChanged: changed }}
    />
  );
}
