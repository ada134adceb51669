import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** Texts of receipts, for the person whose data was destroyed. */
export const RECEIPT_TEXTS: Readonly<Record<string, MessageDescriptor>> = {
  applicationFile: msg`Tu postulación y lo que se escribió sobre ella`,
  decision: msg`La decisión sobre tu postulación`,
  matterFile: msg`Lo que reportaste`,
  notice: msg`Lo que te escribió moderación, y lo que respondiste`,
  joinAnswers: msg`Lo que contestaste al pedir entrar a un grupo`,
  case: msg`Un pedido de apoyo y lo que te contestaron`,
  sanction: msg`Una medida de moderación sobre ti`,
};
