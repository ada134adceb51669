import { Trans, useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { CountBadge } from '../display/badge';

/** Tabs of the directory pages, with their counts. They scroll sideways on a phone. */
export function DirectoryTabs() {
  const { t } = useLingui();
  const {
    '/people': introductions = 0,
    '/groups': groups = 0,
    '/organisations': organisations = 0,
  } = useBadgeCounts();
  return (
    <nav className="seg seg--nav" aria-label={t`Gente`} ref={showCurrent}>
      <NavLink to="/people" end>
        <Trans>Personas</Trans>
      </NavLink>
      <NavLink to="/introductions" end>
        <Trans>Presentaciones</Trans>
        <CountBadge count={introductions} label={t`en espera`} />
      </NavLink>
      <NavLink to="/groups" end>
        <Trans>Grupos</Trans>
        <CountBadge count={groups} label={t`en espera`} />
      </NavLink>
      <NavLink to="/organisations" end>
        <Trans>Organizaciones</Trans>
        <CountBadge count={organisations} label={t`en espera`} />
      </NavLink>
    </nav>
  );
}

const showCurrent = (nav: HTMLElement | null) =>
  nav?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
