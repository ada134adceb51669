import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { NoticeKind, ReportReason } from '../../gql/types';

/** Why something was reported or done, in a word or two: not as whoever reports it would say it. */
export const REASONS_IN_SHORT: Record<ReportReason, MessageDescriptor> = {
  harassment: msg`Acoso`,
  threat: msg`Amenaza o peligro`,
  hate: msg`Odio`,
  exposure: msg`Expone datos`,
  impersonation: msg`Suplantación`,
  spam: msg`Propaganda o engaño`,
  other: msg`Otra cosa`,
};

/** What moderation did. */
export const MEASURES: Record<Exclude<NoticeKind, 'talk'>, MessageDescriptor> = {
  warning: msg`Advertencia`,
  contentRemoved: msg`Contenido quitado`,
  suspension: msg`Cuenta en pausa`,
  separation: msg`Separación`,
  removal: msg`Fuera de Trama`,
  lifted: msg`Medida quitada`,
  upheld: msg`La medida se mantiene`,
};
