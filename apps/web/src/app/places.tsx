import { Trans, useLingui } from '@lingui/react/macro';
import { Link, NavLink } from 'react-router';
import { useMe } from '../lib/server/session';
import { useWaiting } from '../lib/page/waiting';
import { Count } from '../ui/display/badge';
import { Mark } from '../ui/display/brand';
import { Icon } from '../ui/display/icon';
import { DUTY_PLACES, TABS, type Place } from './navigation';

/** On phones: the tabs under the thumb. */
export function BottomTabs() {
  const { t, i18n } = useLingui();
  const waiting = useWaiting();
  const tabs = useTabs();
  return (
    <nav className="tabs" aria-label={t`Principal`}>
      {tabs.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} end={to === '/'}>
          <span>
            <Icon name={icon} />
          </span>
          {i18n._(label)}
          <Dot count={waitingAt(waiting, to)} />
        </NavLink>
      ))}
    </nav>
  );
}

/** Groups and organisations are lists behind the tab of people. */
const waitingAt = (waiting: Readonly<Record<string, number>>, to: string): number =>
  (to === '/people' ? [to, '/groups', '/organisations'] : [to]).reduce(
    (sum, place) => sum + (waiting[place] ?? 0),
    0,
  );

export function Dot({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <i className="dot">
      {count > 99 ? '99+' : count}
      <span className="vh">
        {' '}
        <Trans>esperan</Trans>
      </span>
    </i>
  );
}

/** On wide screens: the same places at the side, and those of a duty. */
export function Rail() {
  const { t, i18n } = useLingui();
  const tabs = useTabs();
  const places = useDutyPlaces();
  return (
    <div className="rail">
      <Link className="brand" to="/" aria-label={t`Trama, inicio`}>
        <Mark />
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

function RailLink({ place: { to, icon }, label }: { place: Place; label: string }) {
  const { t } = useLingui();
  const waiting = useWaiting();
  return (
    <NavLink to={to} end={to === '/'}>
      <Icon name={icon} />
      <span>{label}</span>
      <Count count={waitingAt(waiting, to)} label={t`esperan`} />
    </NavLink>
  );
}

/** Those of some places that are for this account: for staff and who is suspended only what is for all. */
export function usePlaces(places: readonly Place[]): readonly Place[] {
  const { duties, standing } = useMe();
  const waiting = useWaiting();
  const held = standing === 'member' || standing === 'staff' ? duties : [];
  return places.filter(
    ({ to, duties: needed, isForAll }) =>
      (!needed || needed.some((duty) => held.includes(duty)) || waiting[to]) &&
      (isForAll || standing === 'member'),
  );
}

export const useTabs = () => usePlaces(TABS);

/** The places that this account's duties open. */
export const useDutyPlaces = () => usePlaces(DUTY_PLACES);
