import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { SupportTemplatePurpose } from '../../gql/types';

/** Purposes of the templates of supporters, in the order in which they are shown. */
export const SUPPORT_TEMPLATE_NAMES: Record<SupportTemplatePurpose, MessageDescriptor> = {
  accept: msg`Para aceptar un pedido`,
  ask: msg`Para preguntar algo más`,
  decline: msg`Para decir que no`,
  refer: msg`Para sugerir otro lugar`,
};
