import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DutyName } from '../gql/types';
import type { IconName } from '../ui/icon';
import type { RoutePath } from './route-paths';

export interface Place {
  to: RoutePath;
  label: MessageDescriptor;
  icon: IconName;
  /** Only for accounts with this duty. The server decides all the same. */
  duty?: DutyName;
}

/** The tabs of the phone and the first part of the rail. A tab comes with its feature. */
export const TABS: readonly Place[] = [{ to: '/', label: msg`Inicio`, icon: 'home' }];

/** Places of a duty: in the rail, in the avatar menu, and as a card on the home page when something waits. */
export const DUTY_PLACES: readonly Place[] = [];

/** The person's own places, in the avatar menu. */
export const OWN_PLACES: readonly Place[] = [{ to: '/groups', label: msg`Grupos`, icon: 'groups' }];
