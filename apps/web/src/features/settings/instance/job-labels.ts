import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** Job that deletes data whose deletion was held back because a clock had stopped or jumped. */
const RELEASE = 'job:retention.release';

const MAIL = msg`Correos`;
const MODERATION = msg`Moderación`;
const FILES = msg`Archivos`;
const ACCOUNTS = msg`Cuentas y sesiones`;
const GROUPS = msg`Grupos y organizaciones`;

/** Labels of background jobs, by the first part of the job name. */
const AREAS: Readonly<Record<string, MessageDescriptor>> = {
  retention: msg`Borrado de lo que venció`,
  attachments: FILES,
  files: FILES,
  audit: msg`Registro de actos`,
  channels: msg`Canales y mensajes`,
  decoys: msg`Perfiles señuelo`,
  groupInvitations: GROUPS,
  joinRequests: GROUPS,
  organisationInvitations: GROUPS,
  introductions: msg`Presentaciones`,
  mail: MAIL,
  news: MAIL,
  matters: MODERATION,
  notices: MODERATION,
  suspensions: MODERATION,
  signin: ACCOUNTS,
  standing: ACCOUNTS,
  vetting: msg`Postulaciones`,
};

/** Whether the job did not fail but waits for an administrator. */
export const isReleaseJob = (task: string): boolean => task === RELEASE;

export function jobLabel(task: string): MessageDescriptor {
  if (isReleaseJob(task))
    return msg`Borrado en pausa: el servidor estuvo apagado o su reloj cambió`;
  const [area = ''] = task.replace(/^job:/, '').split('.');
  return AREAS[area] ?? msg`Trabajo de fondo`;
}
