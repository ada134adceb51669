import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type {
  SupportBeneficiary,
  SupportDanger,
  SupportDeclineReason,
  SupportKind,
  SupportStage,
} from '../../gql/types';

export const KIND_LABELS: Record<SupportKind, MessageDescriptor> = {
  technology: msg`Entender la tecnología antes de elegirla`,
  project: msg`Diseñar un proyecto y llevarlo a cabo`,
  community: msg`Formar comunidad y conectarse de forma segura`,
  data: msg`Usar datos con responsabilidad`,
  care: msg`Cuidado digital`,
  archive: msg`Documentación y archivo digital`,
  unsure: msg`No lo sé todavía`,
};

export const KIND_NOTES: Partial<Record<SupportKind, MessageDescriptor>> = {
  technology: msg`Qué usar, qué evitar, por dónde empezar`,
  data: msg`Qué pedir, dónde guardarlo, cuándo borrarlo`,
  care: msg`Prevenir, resistir y recuperarse de ataques`,
  unsure: msg`Lo vemos contigo`,
};

/** The stages as the requester reads them. */
export const STAGE_LABELS: Record<SupportStage, MessageDescriptor> = {
  waiting: msg`En espera`,
  claimed: msg`Alguien lo está leyendo`,
  accepted: msg`En marcha`,
  declined: msg`No lo podemos tomar`,
  duplicate: msg`Sigue en otro pedido`,
  withdrawn: msg`Lo retiraste`,
  closed: msg`Cerrado`,
};

export const REASON_LABELS: Record<SupportDeclineReason, MessageDescriptor> = {
  outside: msg`No damos apoyo en este tema`,
  capacity: msg`Ahora no tenemos a la persona indicada`,
  elsewhere: msg`Otras personas pueden ayudar mejor con esto`,
  unclear: msg`No alcanzamos a entender qué hace falta`,
  conduct: msg`Hubo insultos o amenazas`,
  other: msg`Otra razón`,
};

export const BENEFICIARY_LABELS: Record<SupportBeneficiary, MessageDescriptor> = {
  requester: msg`Para mí`,
  group: msg`Para mi grupo u organización`,
  other: msg`Para otra persona`,
};

/** The same answers as supporters read them. */
export const BENEFICIARY_FACTS: Record<SupportBeneficiary, MessageDescriptor> = {
  requester: msg`Quien pide apoyo`,
  group: msg`Su grupo u organización`,
  other: msg`Otra persona`,
};

export const DANGER_LABELS: Record<SupportDanger, MessageDescriptor> = {
  yes: msg`Sí, ahora`,
  unknown: msg`No lo sé`,
  no: msg`No, podemos ir con calma`,
};
