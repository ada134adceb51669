import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import {
  type NotificationChoiceData,
  NOTIFICATION_CHOICE_QUERY,
} from '../../features/notifications/notification-settings.graphql';
import { cityOfTimeZone } from '../../lib/text/time-zone-names';
import { chosenDataSaver, type DataSaver } from '../../lib/device/data-saver';
import { areShortcutsOn, changedKeys } from '../../lib/page/keyboard-shortcuts';
import { useMe } from '../../lib/server/session';
import { currentLanguage } from '../../lib/text/language';
import { LANGUAGES } from '../../ui/forms/switches';

const MAILS: Readonly<Record<NotificationChoiceData['mails'], MessageDescriptor>> = {
  daily: msg`Correo una vez al día`,
  each: msg`Correo cuando hay novedades`,
  off: msg`Sin correos`,
};

const SAVER: Readonly<Record<DataSaver, MessageDescriptor>> = {
  system: msg`Según tu navegador`,
  on: msg`Ahorra datos`,
  off: msg`No ahorra datos`,
};

const KEYS = {
  on: msg`Encendidas`,
  changed: msg`Encendidas y personalizadas`,
  off: msg`Apagadas`,
};

function keysNow(): MessageDescriptor {
  if (!areShortcutsOn()) return KEYS.off;
  return Object.keys(changedKeys()).length > 0 ? KEYS.changed : KEYS.on;
}

/** Returns the current setting to show on each row of the account page, by the path of the row. */
export function useSettingValues(): Readonly<Record<string, string>> {
  const { t, i18n } = useLingui();
  const { standing } = useMe();
  const [{ data }] = useQuery({
    query: NOTIFICATION_CHOICE_QUERY,
    requestPolicy: 'cache-and-network',
    pause: standing !== 'member',
  });
  const choice = data?.notificationChoice;
  const language = LANGUAGES.find(({ value }) => value === currentLanguage())!.label;
  return {
    '/me/account': t`Correo, contraseña · ${language}`,
    '/me/saver': i18n._(SAVER[chosenDataSaver()]),
    '/me/keys': i18n._(keysNow()),
    ...(choice && { '/me/notifications': inWords(i18n._(MAILS[choice.mails]), choice) }),
  };
}

/**
 * Describes the mail setting. It names only the city of the time zone, because a digest arrives in the morning there.
 */
function inWords(mails: string, { timeZone, mails: rhythm }: NotificationChoiceData): string {
  return timeZone && rhythm === 'daily' ? `${mails} · ${cityOfTimeZone(timeZone)}` : mails;
}
