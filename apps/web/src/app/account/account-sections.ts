import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NavigationEntry } from '../navigation';

export interface AccountNavigationEntry extends NavigationEntry {
  readonly note: MessageDescriptor;
  /** Path of the navigation entry whose badge count this entry shows. Default: the path of this entry. */
  readonly counts?: string;
}

interface AccountSection {
  readonly id: string;
  readonly title: MessageDescriptor;
  readonly places: readonly AccountNavigationEntry[];
}

/** Entries of the account page, grouped by subject. */
export const ACCOUNT_SECTIONS: readonly AccountSection[] = [
  {
    id: 'profile',
    title: msg`Tu perfil y tu gente`,
    places: [
      { to: '/me', label: msg`Tu perfil`, note: msg`Qué dices de ti y quién lo ve`, icon: 'edit' },
      {
        to: '/groups',
        label: msg`Grupos`,
        note: msg`Los tuyos, y a cuáles entrar`,
        icon: 'groups',
      },
      {
        to: '/introductions',
        label: msg`Tus presentaciones`,
        note: msg`Las que te piden y las que pediste`,
        icon: 'allies',
        counts: '/people',
      },
      {
        to: '/me/invitations',
        label: msg`Invitar a alguien`,
        note: msg`Para que postule a Trama`,
        icon: 'mail',
        isForAll: true,
      },
      {
        to: '/vouch',
        label: msg`Avalar a alguien`,
        note: msg`Y los avales que diste`,
        icon: 'heart',
      },
    ],
  },
  {
    id: 'security',
    title: msg`Seguridad`,
    places: [
      {
        to: '/emergency',
        label: msg`En peligro ahora`,
        note: msg`A quién llamar. La lista se abre sin internet.`,
        icon: 'alert',
        isForAll: true,
      },
      {
        to: '/me/account',
        label: msg`Acceso e idioma`,
        note: msg`Correo, contraseña, idioma`,
        icon: 'key',
        isForAll: true,
      },
      {
        to: '/me/sessions',
        label: msg`Sesiones`,
        note: msg`Dónde está abierta tu cuenta`,
        icon: 'device',
        isForAll: true,
      },
      {
        to: '/me/blocked',
        label: msg`Personas bloqueadas`,
        note: msg`No te ven ni las ves`,
        icon: 'block',
      },
    ],
  },
  {
    id: 'looks',
    title: msg`Avisos y pantalla`,
    places: [
      {
        to: '/me/notifications',
        label: msg`Avisos`,
        note: msg`Cuándo te escribimos`,
        icon: 'bell',
      },
      {
        to: '/me/saver',
        label: msg`Ahorro de datos`,
        note: msg`Fotos y consumo en este dispositivo`,
        icon: 'download',
      },
      { to: '/me/keys', label: msg`Teclas`, note: msg`Cambiarlas o apagarlas`, icon: 'settings' },
    ],
  },
  {
    id: 'data',
    title: msg`Tus datos`,
    places: [
      {
        to: '/me/data',
        label: msg`Tus datos`,
        note: msg`Descargar, borrar la cuenta, quién miró algo tuyo`,
        icon: 'file',
        isForAll: true,
      },
      {
        to: '/me/reports',
        label: msg`Tus reportes`,
        note: msg`Cuáles ya se revisaron`,
        icon: 'flag',
      },
      {
        to: '/me/notices',
        label: msg`De moderación`,
        note: msg`Decisiones sobre ti, solo para ti`,
        icon: 'book',
        isForAll: true,
      },
    ],
  },
];
