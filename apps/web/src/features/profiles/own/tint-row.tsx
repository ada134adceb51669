import { Trans } from '@lingui/react/macro';
import { useRefreshFaces } from '../../../lib/server/use-refresh-faces';
import { useMe } from '../../../lib/server/session';
import { TintPicker } from '../../../ui/forms/tint-picker';
import type { OwnProfileField } from './own-profile.graphql';
import type { useOwnField } from './use-own-field';

interface TintRowProps {
  field: OwnProfileField;
  own: ReturnType<typeof useOwnField>;
}

/** Background colour of the viewer's initials. Its audience is that of the name. */
export function TintRow({ field, own }: TintRowProps) {
  const { personId, personName } = useMe();
  const refreshFaces = useRefreshFaces();
  return (
    <TintPicker
      className="pf"
      legend={<Trans>Color de tus iniciales</Trans>}
      value={field.text}
      onChange={(text) => void own.setValue({ text }).then(() => refreshFaces())}
      of={{ id: personId ?? '', name: personName ?? '' }}
      error={own.error}
    />
  );
}
