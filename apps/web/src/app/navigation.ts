import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DutyName } from '../gql/types';
import type { IconName } from '../ui/display/icon';
import type { NESTED_PATHS, NestedPath } from './nested-paths';
import type { RoutePath } from './route-paths';

type WithNested<Path extends RoutePath> = Path extends `${infer Start}/*`
  ? Start | (Path extends keyof typeof NESTED_PATHS ? `${Start}${NestedPath<Path>}` : never)
  : Path;
/** The address of a page in the app. */
export type PageAddress = WithNested<RoutePath>;

export interface NavigationEntry {
  to: PageAddress;
  label: MessageDescriptor;
  icon: IconName;
  /**
   * Shows the entry only to accounts with one of these duties, or when a task is waiting on its page. The server checks
   * access in any case.
   */
  duties?: readonly DutyName[];
  /** Also shows the entry to accounts that are not members: applicants, staff and suspended accounts. */
  isForAll?: boolean;
  /** Hides the entry from staff, who have no rights of members. */
  isNotForStaff?: boolean;
}

/** Entries of the tab bar on phones and the first part of the navigation rail. */
export const NAVIGATION_TABS: readonly NavigationEntry[] = [
  { to: '/', label: msg`Inicio`, icon: 'home', isForAll: true },
  { to: '/people', label: msg`Gente`, icon: 'people' },
  { to: '/channels', label: msg`Canales`, icon: 'channel' },
  { to: '/support', label: msg`Apoyo`, icon: 'support', isForAll: true, isNotForStaff: true },
];

/**
 * Entries for duties: shown in the rail, on the account page, and as a card on the home page while a task is waiting.
 */
export const DUTY_NAVIGATION_ENTRIES: readonly NavigationEntry[] = [
  { to: '/desk', label: msg`Mesa`, icon: 'desk', duties: ['vet', 'moderate'] },
  { to: '/cases', label: msg`Casos`, icon: 'support', duties: ['support'] },
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
