import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { EmergencyState } from '../../lib/page/emergency-state';

/** Link to the emergency list, whose page then leads back to this page. */
export function EmergencyLink({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Link to="/emergency" state={{ back: pathname } satisfies EmergencyState}>
      {children}
    </Link>
  );
}
