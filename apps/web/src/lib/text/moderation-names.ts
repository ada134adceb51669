import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { NoticeKind, ReportReason } from '../../gql/types';

/** Short reason of a report or sanction. Reporters choose from longer texts. */
export const SHORT_REPORT_REASON_LABELS: Record<ReportReason, MessageDescriptor> = {
  harassment: msg`Acoso`,
  threat: msg`Amenaza o peligro`,
  hate: msg`Odio`,
  exposure: msg`Expone datos`,
  impersonation: msg`Suplantación`,
  spam: msg`Spam o estafa`,
  other: msg`Otra cosa`,
};

/** Display name of each sanction. */
export const SANCTION_LABELS: Record<Exclude<NoticeKind, 'talk'>, MessageDescriptor> = {
  warning: msg`Advertencia`,
  contentRemoved: msg`Contenido quitado`,
  suspension: msg`Cuenta en pausa`,
  separation: msg`Separación`,
  removal: msg`Fuera de Trama`,
  lifted: msg`Medida quitada`,
  upheld: msg`La medida se mantiene`,
};
