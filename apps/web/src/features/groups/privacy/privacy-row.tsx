import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../../gql/types';
import { IconTile, Row } from '../../../ui/display/card';
import { groupPrivacyOf } from './privacy';

interface PrivacyRowProps {
  group: Pick<GroupQuery['group'], 'slug' | 'isListed' | 'access' | 'viewerCan'>;
}

/** Shows members how private the group is; stewards can change it from here. */
export function PrivacyRow({ group }: PrivacyRowProps) {
  const { t } = useLingui();
  const privacy = groupPrivacyOf(group);
  const notes = {
    hidden: t`Oculto: solo ustedes y quienes tienen una invitación`,
    invitation: t`Visible en la lista: solo con invitación`,
    request: t`Visible en la lista: hay que pedir entrar`,
    open: t`Visible en la lista: entra cualquier miembro de Trama`,
  };
  return (
    <Row
      {...(group.viewerCan.includes('edit') && { to: `/groups/${group.slug}/privacy` })}
      start={<IconTile icon={privacy === 'hidden' ? 'eyeOff' : 'search'} />}
      title={<Trans>Quién lo ve y cómo se entra</Trans>}
      note={notes[privacy]}
    />
  );
}
