import { msg } from '@lingui/core/macro';
import { OWN_PARTS } from '../account/own-places';
import { DUTY_PLACES, type Place, TABS } from '../navigation';

/** Screens that no navigation bar or menu lists. */
const OTHERS: readonly Place[] = [
  { to: '/inbox', label: msg`Bandeja`, icon: 'bell' },
  { to: '/channels/search', label: msg`Buscar mensajes`, icon: 'search' },
  { to: '/channels/new', label: msg`Nuevo canal`, icon: 'plus' },
  { to: '/people/map', label: msg`Mapa de temas y territorios`, icon: 'globe' },
  { to: '/groups/new', label: msg`Fundar un grupo`, icon: 'plus' },
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
export const OWN_SCREENS: readonly Place[] = [
  { to: '/me/view-as', label: msg`Cómo me ven`, icon: 'eye' },
  ...OWN_PARTS.flatMap(({ places }) => places),
];

/** Every screen that the command menu can open by name. */
export const SCREENS: readonly Place[] = [...TABS, ...DUTY_PLACES, ...OTHERS, ...OWN_SCREENS];
