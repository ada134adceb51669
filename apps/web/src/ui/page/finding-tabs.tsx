import { Trans, useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';

/** The three lists in which one finds others, side by side. Each is a page with a history of its own. */
export function FindingTabs() {
  const { t } = useLingui();
  return (
    <nav className="seg" aria-label={t`Qué buscas`}>
      <NavLink to="/people" end>
        <Trans>Personas</Trans>
      </NavLink>
      <NavLink to="/organisations" end>
        <Trans>Organizaciones</Trans>
      </NavLink>
      <NavLink to="/groups" end>
        <Trans>Grupos</Trans>
      </NavLink>
    </nav>
  );
}
