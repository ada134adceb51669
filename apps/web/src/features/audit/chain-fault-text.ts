import { msg } from '@lingui/core/macro';
import type { I18n } from '@lingui/core';
import type { AuditChainFault } from './audit.graphql';

export function chainFaultText(i18n: I18n, { kind, seq, ...fault }: AuditChainFault): string {
  const last = fault.upTo ?? seq;
  const before = fault.behind?.seq ?? seq - 1;
  const place = fault.belongsAt ?? seq;
  const words = {
    altered: msg`El registro ${seq} no sigue al ${before}: uno de los dos fue cambiado.`,
    removed: msg`Faltan los registros del ${seq} al ${last}.`,
    inserted: msg`El registro ${seq} fue agregado.`,
    reordered: msg`El registro ${seq} fue movido: estaba en el lugar ${place}.`,
    rewritten: msg`Hasta el registro ${last}, lo escrito no es lo que se guardó aparte.`,
    cut: msg`Se cortó el final: faltan los registros del ${seq} al ${last}.`,
  };
  return i18n._(words[kind]);
}
