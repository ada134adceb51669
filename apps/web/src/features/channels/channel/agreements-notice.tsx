import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { ChannelQuery } from '../../../gql/types';
import { groupPath } from '../../../lib/page/group-path';
import { Banner } from '../../../ui/display/banner';

type Group = NonNullable<ChannelQuery['channel']['group']>;

/** Line above the composer: the group's agreements wait for the viewer's consent. */
export function AgreementsNotice({
  slug,
  kind,
  agreementsChange,
}: Pick<Group, 'slug' | 'kind' | 'agreementsChange'>) {
  const { i18n } = useLingui();
  if (!agreementsChange) return null;
  const { isReadOnly, graceEndsAt } = agreementsChange;
  const day = i18n.date(graceEndsAt, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <Banner look={isReadOnly ? 'danger' : 'info'} icon="file">
      <span>
        {isReadOnly ? (
          <Trans>Los acuerdos cambiaron: se puede leer, no escribir.</Trans>
        ) : (
          <Trans>Los acuerdos cambiaron. Tienes hasta el {day}.</Trans>
        )}
      </span>{' '}
      <Link to={`${groupPath({ slug, kind })}/agreements`}>
        <Trans>Leer y aceptar</Trans>
      </Link>
    </Banner>
  );
}
