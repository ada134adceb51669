import { msg } from '@lingui/core/macro';
import { ACCOUNT_SECTIONS } from '../account/account-sections';
import { DUTY_NAVIGATION_ENTRIES, type NavigationEntry, NAVIGATION_TABS } from '../navigation';

/** Screens that no navigation bar or menu lists. */
const OTHERS: readonly NavigationEntry[] = [
  { to: '/inbox', label: msg`Bandeja`, icon: 'bell' },
  { to: '/channels/search', label: msg`Buscar mensajes`, icon: 'search' },
  { to: '/channels/new', label: msg`Nuevo canal`, icon: 'plus' },
  { to: '/people/map', label: msg`Mapa de temas y territorios`, icon: 'globe' },
  { to: '/groups/new', label: msg`Fundar un grupo`, icon: 'plus' },
  { to: '/coalitions', label: msg`Coaliciones`, icon: 'groups' },
  { to: '/coalitions/new', label: msg`Fundar una coalición`, icon: 'plus' },
  { to: '/organisations', label: msg`Organizaciones`, icon: 'groups' },
  {
    to: '/desk/decisions',
    label: msg`Decisiones tomadas`,
    icon: 'desk',
    duties: ['vet', 'moderate'],
  },
  {
    to: '/desk/throughput',
    label: msg`Ritmo de la Mesa`,
    icon: 'desk',
    duties: ['vet', 'moderate'],
  },
];

/** Screens of the account. */
export const ACCOUNT_SCREENS: readonly NavigationEntry[] = [
  { to: '/me/view-as', label: msg`Cómo me ven`, icon: 'eye' },
  ...ACCOUNT_SECTIONS.flatMap(({ places }) => places),
];

/** Every screen that the command menu can open by name. */
export const FINDER_SCREENS: readonly NavigationEntry[] = [
  ...NAVIGATION_TABS,
  ...DUTY_NAVIGATION_ENTRIES,
  ...OTHERS,
  ...ACCOUNT_SCREENS,
];
