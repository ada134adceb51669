import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'react-router';
import { groupPath } from '../../lib/page/group-path';

/** The group or coalition that the path of the current page names: some pages serve both. */
export function useGroupPlace() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const isCoalition = useLocation().pathname.startsWith('/coalitions/');
  const path = groupPath({ slug, kind: isCoalition ? 'coalition' : 'group' });
  const label = isCoalition ? t`La coalición` : t`El grupo`;
  return { slug, path, isCoalition, back: { to: path, label } };
}
