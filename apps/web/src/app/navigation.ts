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

/** Places of a duty: in the rail, in the avatar menu, and as a card on the home page when something waits. */
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

/** The person's own places, in the avatar menu. */
export const OWN_PLACES: readonly Place[] = [
  { to: '/me', label: msg`Tu perfil`, icon: 'edit' },
  { to: '/me/view-as', label: msg`Cómo me ven`, icon: 'eye' },
  { to: '/groups', label: msg`Grupos`, icon: 'groups' },
  { to: '/me/invitations', label: msg`Invitar a alguien`, icon: 'mail' },
  { to: '/vouch', label: msg`Avalar a alguien`, icon: 'heart' },
  { to: '/me/notifications', label: msg`Avisos`, icon: 'bell' },
  { to: '/me/saver', label: msg`Ahorro de datos`, icon: 'device' },
  { to: '/me/account', label: msg`Tu cuenta`, icon: 'key', isForAll: true },
  { to: '/me/sessions', label: msg`Sesiones`, icon: 'device', isForAll: true },
  { to: '/me/data', label: msg`Tus datos`, icon: 'download', isForAll: true },
  { to: '/introductions', label: msg`Tus presentaciones`, icon: 'allies' },
  { to: '/me/notices', label: msg`De moderación`, icon: 'flag' },
  { to: '/me/reports', label: msg`Tus reportes`, icon: 'flag' },
  { to: '/me/blocked', label: msg`Personas bloqueadas`, icon: 'block' },
];
