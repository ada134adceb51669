import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DutyName } from '../../../gql/types';
import type { IconName } from '../../../ui/display/icon';

export const DUTY_DESCRIPTIONS: Record<DutyName, MessageDescriptor> = {
  vet: msg`Lee postulaciones y decide, siempre con otra persona`,
  moderate: msg`Atiende reportes y cuida la convivencia`,
  support: msg`Acompaña casos de seguridad y apoyo`,
  audit: msg`Revisa que las tareas se usen bien; no ve contenidos`,
  administer: msg`Cuida la instancia; no ve contenidos ni personas`,
};

export const DUTY_ICONS: Record<DutyName, IconName> = {
  vet: 'desk',
  moderate: 'shield',
  support: 'support',
  audit: 'eye',
  administer: 'settings',
};
