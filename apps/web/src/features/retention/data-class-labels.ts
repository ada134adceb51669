import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DataOwner, DataPurpose } from '../../gql/types';

/** Names of all data classes that the server defines. */
export const DATA_CLASS_LABELS: Readonly<Record<string, MessageDescriptor>> = {
  applicationFile: msg`Postulaciones: respuestas, avales y lecturas`,
  viewOfDay: msg`Cuánta gente vio cada quien hoy, sin decir a quién`,
  decoyOpening: msg`Quién abrió hoy qué perfil señuelo; en el registro queda que abrió uno, para notar a quien abre varios en un mes`,
  workMap: msg`Cuánta gente trabaja en qué y dónde`,
  savedSearch: msg`Búsquedas que alguien guardó`,
  looseVouch: msg`Avales que no están en ninguna postulación`,
  reopening: msg`Avales retirados y lo que se pensó de ellos`,
  invitation: msg`Invitaciones que nadie usó`,
  decision: msg`Decisiones, con su razón en una palabra`,
  formerApplicant: msg`Cuentas de quienes no entraron`,
  matterFile: msg`Asuntos: lo que se reenvió, y las notas`,
  notice: msg`Lo que moderación le dijo a alguien, y sus respuestas`,
  sanction: msg`Medidas de moderación, con su razón en una palabra`,
  removedMember: msg`Cuentas de quienes moderación quitó para siempre`,
  earlierRemoval: msg`Que moderación quitó a alguien, con su razón en una palabra`,
  allyNote: msg`Notas privadas sobre alianzas que terminaron`,
  unsentFile: msg`Archivos que nadie llegó a enviar`,
  holderName: msg`Nombres de quienes tienen una tarea`,
  session: msg`Sesiones terminadas`,
  knownDevice: msg`Navegadores conocidos`,
  mailLink: msg`Enlaces enviados por correo`,
  rateLimit: msg`Cuentas de intentos`,
  dutyCode: msg`Códigos para recibir una tarea`,
  twoPersonAct: msg`Pedidos que necesitaron a dos personas, con su razón`,
  endedOrganisation: msg`Organizaciones que terminaron`,
  organisationInvitation: msg`Invitaciones a organizaciones`,
  groupInvitation: msg`Invitaciones a grupos`,
  sentGroupInvitation: msg`Qué invitaciones a un grupo envió quien lo sostiene`,
  joinAnswers: msg`Respuestas de quienes pidieron entrar a un grupo`,
  groupLink: msg`Enlaces para entrar a grupos`,
  quotaUse: msg`Cuántas veces alguien fundó, invitó o pidió entrar, sin decir a quién ni dónde`,
  eventReceipt: msg`Marcas de lo que ya se entregó`,
  parkedJob: msg`Trabajo detenido que nadie reintentó`,
  writtenMail: msg`Copias de correos, donde no hay un servidor que los envíe`,
  message: msg`Mensajes de los canales, cuando se cumple su tiempo`,
  deletedMessage: msg`Mensajes borrados, mientras eso se puede deshacer`,
  spentKey: msg`Números de mensajes que ya no están, para que ninguno se envíe dos veces`,
  receipt: msg`Constancias de lo destruido`,
};

export const DATA_OWNER_LABELS: Record<DataOwner, MessageDescriptor> = {
  vet: msg`Quienes leen postulaciones`,
  moderate: msg`Moderación`,
  person: msg`Cada persona`,
  administer: msg`Administración`,
};

export const DATA_PURPOSE_LABELS: Record<DataPurpose, MessageDescriptor> = {
  joining: msg`Decidir quién entra`,
  safety: msg`Actuar ante lo que se reportó`,
  consistency: msg`Decidir igual en casos iguales`,
  signIn: msg`Entrar, y reconocer el navegador`,
  guessing: msg`Frenar a quien adivina`,
  ownUse: msg`Que cada persona recuerde lo suyo`,
  collecting: msg`Frenar a quien junta listas de gente`,
  finding: msg`Encontrar con quién trabajar`,
  talking: msg`Que lo lea a quien se le escribió`,
  undoing: msg`Poder deshacerlo`,
  insisting: msg`No insistirle a nadie`,
  delivery: msg`Hacer cada cosa una sola vez`,
  oversight: msg`Que dos personas respondan por lo que se hizo`,
  proof: msg`Mostrar que algo se destruyó`,
};
