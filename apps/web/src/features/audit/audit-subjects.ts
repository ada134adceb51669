import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export const SUBJECT_LABELS: Readonly<Record<string, MessageDescriptor>> = {
  Application: msg`Postulaciones`,
  Reopening: msg`Revisiones reabiertas`,
  Matter: msg`Asuntos de moderación`,
  TwoPersonAct: msg`Pedidos que aprueban dos`,
  Duty: msg`Tareas`,
  Account: msg`Cuentas`,
  Membership: msg`Grupos`,
  Group: msg`Privacidad de los grupos`,
  Participant: msg`Participantes de coaliciones`,
  CoalitionInvitation: msg`Invitaciones a coaliciones`,
  Channel: msg`Tiempo que guardan los canales`,
  Affiliation: msg`Organizaciones`,
  SupportRequest: msg`Pedidos de apoyo`,
  Instance: msg`La instancia`,
  EmergencyLine: msg`Lista de emergencia`,
};
