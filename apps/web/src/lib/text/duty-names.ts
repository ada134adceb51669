import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** Display name of each duty. */
export const DUTY_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  vet: msg`Lectura de postulaciones`,
  moderate: msg`Moderación`,
  support: msg`Apoyo`,
  audit: msg`Auditoría`,
  administer: msg`Administración`,
};
