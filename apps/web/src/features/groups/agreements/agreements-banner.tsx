import { Trans } from '@lingui/react/macro';
import type { GroupQuery } from '../../../gql/types';
import { ButtonLink } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { GraceText } from './grace-text';

/** On the page of a group: its agreements wait for the viewer's consent. Renders nothing otherwise. */
export function AgreementsBanner({ group }: { group: GroupQuery['group'] }) {
  const { slug, agreementsChange } = group;
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
        <ButtonLink small to={`/groups/${slug}/agreements`}>
          <Trans>Leer qué cambia</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
