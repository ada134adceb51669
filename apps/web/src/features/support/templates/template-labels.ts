import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { SupportTemplatePurpose } from './templates.graphql';

/** Headings of the templates, in the order in which they are shown. */
export const TEMPLATE_HEADINGS: Record<SupportTemplatePurpose, MessageDescriptor> = {
  accept: msg`Para aceptar un pedido`,
  ask: msg`Para preguntar antes de contestar`,
  decline: msg`Para decir que no`,
  refer: msg`Para sugerir otro lugar`,
};
