import { Trans, useLingui } from '@lingui/react/macro';
import { Link, NavLink } from 'react-router';
import { useMe } from '../lib/server/session';
import { useBadgeCounts } from '../lib/page/badge-counts';
import { CountBadge } from '../ui/display/badge';
import { Logo } from '../ui/display/logo';
import { Icon } from '../ui/display/icon';
import { DUTY_NAVIGATION_ENTRIES, NAVIGATION_TABS, type NavigationEntry } from './navigation';

/** Tab bar at the bottom of the screen on phones. */
export function BottomTabs() {
  const { t, i18n } = useLingui();
  const waiting = useBadgeCounts();
  const tabs = useNavigationTabs();
  return (
    <nav className="tabs" aria-label={t`Principal`}>
      {tabs.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <span>
            <Icon name={icon} />
          </span>
          {i18n._(label)}
          <BadgeDot count={waitingAt(waiting, to)} />
        </NavLink>
      ))}
    </nav>
  );
}

/** Count for a tab. The tab for people includes groups and organisations. */
const waitingAt = (waiting: Readonly<Record<string, number>>, to: string): number =>
  (to === '/people' ? [to, '/groups', '/organisations'] : [to]).reduce(
    (sum, place) => sum + (waiting[place] ?? 0),
    0,
  );

export function BadgeDot({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <i className="dot">
      {count > 99 ? '99+' : count}
      <span className="vh">
        {' '}
        <Trans>en espera</Trans>
      </span>
    </i>
  );
}

/** Navigation rail of wide screens: the tabs, then the entries for duties. */
export function NavigationRail() {
  const { t, i18n } = useLingui();
  const tabs = useNavigationTabs();
  const places = useDutyNavigationEntries();
  return (
    <div className="rail">
      <Link className="brand" to="/" aria-label={t`Trama, inicio`}>
        <Logo />
        <span>Trama</span>
      </Link>
      <nav className="rail__nav" aria-label={t`Principal`}>
        {tabs.map((place) => (
          <RailLink key={place.to} place={place} label={i18n._(place.label)} />
        ))}
        {places.length > 0 && (
          <h2>
            <Trans>Tu tarea</Trans>
          </h2>
        )}
        {places.map((place) => (
          <RailLink key={place.to} place={place} label={i18n._(place.label)} />
        ))}
      </nav>
    </div>
  );
}

function RailLink({ place: { to, icon }, label }: { place: NavigationEntry; label: string }) {
  const { t } = useLingui();
  const waiting = useBadgeCounts();
  return (
    <NavLink to={to} end={to === '/'}>
      <Icon name={icon} />
      <span>{label}</span>
      <CountBadge count={waitingAt(waiting, to)} label={t`en espera`} />
    </NavLink>
  );
}

/** Returns the entries that this account may see. Staff and suspended accounts see only entries with `isForAll`. */
export function useVisibleNavigationEntries(
  places: readonly NavigationEntry[],
): readonly NavigationEntry[] {
  const { duties, standing } = useMe();
  const waiting = useBadgeCounts();
  const held = standing === 'member' || standing === 'staff' ? duties : [];
  return places.filter(
    ({ to, duties: needed, isForAll, isNotForStaff }) =>
      (!needed || needed.some((duty) => held.includes(duty)) || waiting[to]) &&
      (isForAll || standing === 'member') &&
      !(isNotForStaff && standing === 'staff'),
  );
}

export const useNavigationTabs = () => useVisibleNavigationEntries(NAVIGATION_TABS);

/** Returns the navigation entries for the viewer's duties. */
export const useDutyNavigationEntries = () => useVisibleNavigationEntries(DUTY_NAVIGATION_ENTRIES);
