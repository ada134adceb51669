import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DutyName } from '../gql/types';
import type { IconName } from '../ui/display/icon';
import type { RoutePath } from './route-paths';

export interface Place {
  to: RoutePath;
  label: MessageDescriptor;
  icon: IconName;
  /** Only for accounts with one of these duties, or when something waits there. The server decides all the same. */
  duties?: readonly DutyName[];
  /** Also for accounts that are no member now: staff, and who is suspended. */
  isForAll?: boolean;
}

/** The tabs of the phone and the first part of the rail. A tab comes with its feature. */
export const TABS: readonly Place[] = [
  { to: '/', label: msg`Inicio`, icon: 'home', isForAll: true },
  { to: '/people', label: msg`Gente`, icon: 'people' },
  { to: '/channels', label: msg`Canales`, icon: 'channel' },
];

/** Places of a duty: in the rail, on the page of the account, and as a card on the home page when something waits. */
export const DUTY_PLACES: readonly Place[] = [
  { to: '/desk', label: msg`Mesa`, icon: 'desk', duties: ['vet', 'moderate'] },
  {
    to: '/approvals',
    label: msg`Aprobaciones`,
    icon: 'allies',
    duties: ['vet', 'moderate', 'support', 'administer'],
    isForAll: true,
  },
  {
    to: '/admin',
    label: msg`Administración`,
    icon: 'settings',
    duties: ['administer'],
    isForAll: true,
  },
  { to: '/audit', label: msg`Auditoría`, icon: 'eye', duties: ['audit'], isForAll: true },
];
