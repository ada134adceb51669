import { Trans } from '@lingui/react/macro';
import type { GroupQuery } from '../../../gql/types';
import { groupPath } from '../../../lib/page/group-path';
import { ButtonLink } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { GraceText } from './grace-text';

/** On the page of a group: its agreements wait for the viewer's consent. Renders nothing otherwise. */
export function AgreementsBanner({
  group,
}: {
  group: Pick<GroupQuery['group'], 'slug' | 'kind' | 'agreementsChange'>;
}) {
  const { agreementsChange } = group;
  if (!agreementsChange) return null;
  return (
    <Banner
      look={agreementsChange.isReadOnly ? 'danger' : 'info'}
      icon="file"
      title={<Trans>Los acuerdos cambiaron</Trans>}
    >
      <span className="stack stack--2">
        <span>
          <GraceText {...agreementsChange} />
        </span>
        <ButtonLink small to={`${groupPath(group)}/agreements`}>
          <Trans>Leer qué cambia</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
