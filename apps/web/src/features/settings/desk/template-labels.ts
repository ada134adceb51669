import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReasonClass, SupportTemplatePurpose, TemplatePurpose } from '../../../gql/types';

export const TEMPLATE_PURPOSE_LABELS: Record<TemplatePurpose, MessageDescriptor> = {
  ask: msg`Para preguntar algo más`,
  accept: msg`Para recomendar que sí`,
  decline: msg`Para decir que no`,
};

export const SUPPORT_TEMPLATE_LABELS: Record<SupportTemplatePurpose, MessageDescriptor> = {
  accept: msg`Para aceptar un pedido`,
  ask: msg`Para preguntar algo más`,
  decline: msg`Para decir que no`,
  refer: msg`Para sugerir otro lugar`,
};

export const TEMPLATE_REASON_LABELS: Record<ReasonClass, MessageDescriptor> = {
  purpose: msg`El propósito es otro`,
  notEnough: msg`No pudimos saber lo suficiente`,
  risk: msg`Hay riesgos para otras personas`,
  conduct: msg`No cuidó los acuerdos`,
  other: msg`Otra razón`,
};
