import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { DUTY_NAMES } from '../../lib/text/duty-names';
import { SHORT_REPORT_REASON_LABELS } from '../../lib/text/moderation-names';

/** Names of all audited actions. A test in `test/laws` compares the keys with the actions that the code records. */
export const ACTION_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  'Application.claim': msg`Tomar una postulación para leerla`,
  'Application.readFile': msg`Abrir una postulación`,
  'Application.ask': msg`Preguntar algo en una postulación`,
  'Application.review': msg`Escribir una revisión`,
  'Application.changeReview': msg`Cambiar o confirmar una revisión`,
  'Application.declareConflict': msg`Decir que conoce a quien postula`,
  'Application.note': msg`Escribir una nota en una postulación`,
  'Application.decide': msg`Decidir una postulación`,
  'Matter.claim': msg`Tomar un asunto para leerlo`,
  'Matter.release': msg`Devolver un asunto a la Mesa`,
  'Matter.hand': msg`Pasar un asunto a otra persona`,
  'Matter.readFile': msg`Abrir un asunto`,
  'Matter.note': msg`Escribir una nota en un asunto`,
  'Matter.talk': msg`Escribirle a alguien`,
  'Matter.warn': msg`Advertir a alguien`,
  'Matter.removeContent': msg`Quitar algo que se reportó`,
  'Matter.suspend': msg`Suspender una cuenta`,
  'Matter.separate': msg`Separar a dos personas`,
  'Matter.lift': msg`Quitar una separación`,
  'Matter.askRemoval': msg`Pedir que alguien deje Trama para siempre`,
  'Matter.removeMember': msg`Sacar a alguien de Trama para siempre`,
  'Matter.undo': msg`Deshacer antes de avisar`,
  'Matter.delayNotice': msg`Avisar más tarde`,
  'Matter.tell': msg`Avisar de una medida`,
  'Matter.hearAppeal': msg`Oír una apelación`,
  'Matter.close': msg`Cerrar un asunto`,
  'Reopening.claim': msg`Tomar una revisión reabierta`,
  'Reopening.readFile': msg`Abrir una revisión reabierta`,
  'Reopening.judge': msg`Opinar en una revisión reabierta`,
  'TwoPersonAct.ask': msg`Pedir algo que aprueba otra persona`,
  'TwoPersonAct.change': msg`Cambiar un pedido que espera`,
  'TwoPersonAct.approve': msg`Aprobar un pedido`,
  'TwoPersonAct.refuse': msg`No aprobar un pedido`,
  'TwoPersonAct.withdraw': msg`Retirar un pedido`,
  'TwoPersonAct.expire': msg`Dejar vencer un pedido`,
  'Duty.grant': msg`Dar una tarea`,
  'Duty.take': msg`Quitar una tarea`,
  'Duty.layDown': msg`Dejar una tarea propia`,
  'Membership.remove': msg`Quitar a alguien de un grupo`,
  'Membership.handOver': msg`Dejarle a otra persona un grupo que se sostenía`,
  'Membership.acceptStewardship': msg`Aceptar sostener un grupo`,
  'Membership.acceptSuccession': msg`Aceptar sostener un grupo que nadie sostenía`,
  'Membership.endStewardship': msg`Hacer que alguien deje de sostener un grupo`,
  'Membership.makeFacilitator': msg`Darle a alguien la tarea de facilitar un grupo`,
  'Membership.endFacilitation': msg`Hacer que alguien deje de facilitar un grupo`,
  'Membership.readExposure': msg`Ver qué podía leer quien salió de un grupo`,
  'Membership.readmit': msg`Dejar que alguien vuelva a un grupo`,
  'Affiliation.remove': msg`Quitar a alguien de una organización`,
  'Affiliation.handOver': msg`Pasarle la palabra de una organización a alguien`,
  'Account.takeCode': msg`Recibir el código de una cuenta nueva`,
  'Account.lapse': msg`Dejar inactiva una cuenta que nadie usó en un año`,
  'Account.reachMeasure': msg`Ver a tantas personas como permite un día`,
  'Account.openDecoy': msg`Abrir un perfil señuelo`,
  'Account.tripDecoys': msg`Abrir señuelos como quien junta gente`,
  'Account.rename': msg`Cambiar el nombre de trabajo`,
  'Account.takeLink': msg`Recibir el enlace de una cuenta nueva`,
  'EmergencyLine.change': msg`Cambiar la lista de emergencia`,
  'EmergencyLine.takeOff': msg`Quitar una línea de emergencia`,
  'EmergencyLine.review': msg`Revisar la lista de emergencia`,
  'Instance.change': msg`Cambiar un ajuste de la instancia`,
  'Account.found': msg`Crear un lugar de la fundación`,
  'Account.renewSeat': msg`Renovar el enlace de un lugar`,
  'Instance.makeDecoy': msg`Poner un perfil señuelo`,
  'Instance.removeDecoy': msg`Quitar un perfil señuelo`,
  'Channel.shorten': msg`Guardar menos tiempo lo que se escribe en un canal`,
  'Channel.lengthen': msg`Guardar por más tiempo lo que se escribe en un canal`,
  'Group.makeLessPrivate': msg`Hacer un grupo más visible o abierto`,
  'Group.archive': msg`Archivar un grupo`,
  'Group.unarchive': msg`Volver a abrir un grupo archivado`,
  'Group.makeMorePrivate': msg`Hacer un grupo más privado`,
  'Instance.closeFounding': msg`Cerrar la fundación`,
  'Group.foundCoalition': msg`Fundar una coalición`,
  'CoalitionInvitation.approveInvitation': msg`Aprobar una invitación a una coalición`,
  'Participant.acceptInvitation': msg`Entrar a una coalición con un grupo o una organización`,
  'Participant.takeOut': msg`Sacar el propio grupo u organización de una coalición`,
  'Participant.nameDelegates': msg`Elegir a las personas delegadas de un participante`,
  'Participant.grant': msg`Invitar a participar en una coalición`,
  'Participant.withdrawGrant': msg`Quitar una invitación a participar en una coalición`,
  'Participant.remove': msg`Sacar a un participante de una coalición`,
  'SupportRequest.claim': msg`Tomar un pedido de apoyo`,
  'SupportRequest.readFile': msg`Abrir un pedido de apoyo`,
  'SupportRequest.release': msg`Devolver un pedido de apoyo`,
  'SupportRequest.accept': msg`Aceptar un pedido de apoyo`,
  'SupportRequest.decline': msg`Decir que no a un pedido de apoyo`,
  'SupportRequest.askRequester': msg`Preguntar en un pedido de apoyo`,
  'SupportRequest.linkDuplicate': msg`Cerrar un pedido de apoyo repetido`,
  'SupportRequest.keepOpen': msg`Seguir con un caso`,
  'SupportRequest.offer': msg`Pedir a alguien que se sume a un caso o lo tome`,
  'SupportRequest.joinCase': msg`Sumarse a un caso de apoyo`,
  'SupportRequest.takeLead': msg`Tomar un caso de otra persona`,
  'SupportRequest.shareOutside': msg`Compartir un caso con ayuda de afuera`,
  'SupportRequest.endSharing': msg`Dejar de compartir un caso con ayuda de afuera`,
  'SupportRequest.leaveCase': msg`Dejar un caso de apoyo`,
  'SupportRequest.close': msg`Cerrar un caso de apoyo`,
  'Instance.allowAskingWithoutAccount': msg`Permitir pedidos de apoyo sin cuenta`,
  'Instance.endAskingWithoutAccount': msg`Dejar de permitir pedidos de apoyo sin cuenta`,
  'Instance.pauseSupport': msg`Poner en pausa los pedidos de apoyo`,
  'Instance.resumeSupport': msg`Volver a abrir los pedidos de apoyo`,
};

/** Name of an audited action; an action without a name is shown by its identifiers. */
export function actionName(subjectType: string, action: string): string {
  const words = ACTION_NAMES[`${subjectType}.${action}`];
  return words ? i18n._(words) : `${subjectType} · ${action}`;
}

export function dutyName(duty: string): string {
  return i18n._(DUTY_NAMES[duty] ?? msg`El sistema`);
}

/** Names of actors without a duty, by subject type or by `Subject.action`. */
const HOLDERS: Readonly<Record<string, MessageDescriptor>> = {
  Membership: msg`Quien sostiene el grupo`,
  'Channel.shorten': msg`Quien sostiene el grupo`,
  'Group.archive': msg`Quien sostiene el grupo`,
  'Group.unarchive': msg`Quien sostiene el grupo`,
  CoalitionInvitation: msg`Dos personas, de acuerdo`,
  Participant: msg`Quien representa al participante`,
  'Group.foundCoalition': msg`Quien representa al participante`,
  'Group.makeMorePrivate': msg`Quien sostiene el grupo`,
  'Channel.lengthen': msg`Dos personas, de acuerdo`,
  'Group.makeLessPrivate': msg`Dos personas, de acuerdo`,
  Affiliation: msg`Quien habla por la organización`,
  'Duty.layDown': msg`La propia persona`,
};

/**
 * Name of the power that an action used: a duty, a role in a group or organisation, the actor's own account, or the
 * system.
 */
export function powerName({ duty, subjectType, action, actorId }: Power): string {
  if (duty) return dutyName(duty);
  const holder = HOLDERS[`${subjectType}.${action}`] ?? HOLDERS[subjectType];
  if (holder) return i18n._(holder);
  return i18n._(actorId ? msg`Sin tarea` : msg`El sistema`);
}

interface Power {
  readonly duty: string | null;
  readonly subjectType: string;
  readonly action: string;
  /** Missing where the viewer is the person affected: the actor is not disclosed to that person. */
  readonly actorId?: string | null;
}

export const REASON_NAMES: Record<string, MessageDescriptor> = {
  review: msg`Para revisarla`,
  secondView: msg`Para la segunda mirada`,
  thirdView: msg`Para la tercera mirada`,
  appeal: msg`Por una apelación`,
  accept: msg`Aceptada`,
  decline: msg`No aceptada`,
  purpose: msg`No es lo que Trama hace`,
  notEnough: msg`Falta saber más`,
  risk: msg`Riesgo para otras personas`,
  conduct: msg`Por su conducta`,
  ...SHORT_REPORT_REASON_LABELS,
  dangerToSomebody: msg`Peligro para alguien`,
  dangerToThemself: msg`Peligro para sí`,
  retaliation: msg`Posible represalia`,
  upheld: msg`La medida se mantiene`,
  lifted: msg`La medida se quitó`,
  changeSettings: msg`Ajustes`,
  lengthenRetention: msg`Guardar por más tiempo lo de un canal`,
  makeGroupLessPrivate: msg`Hacer un grupo más visible o abierto`,
  inviteParticipant: msg`Invitar a una coalición`,
  removeParticipant: msg`Sacar a un participante de una coalición`,
  lengthenBetweenTwo: msg`Guardar por más tiempo lo de una conversación`,
  grantDuty: msg`Dar una tarea`,
  takeDuty: msg`Quitar una tarea`,
  removeMember: msg`Sacar a alguien de Trama para siempre`,
  makeStaff: msg`Sumar a alguien que cuide la instancia`,
  ...DUTY_NAMES,
  vouchesNeeded: msg`Avales que necesita una postulación`,
  longestRetention: msg`Días que se guarda, como máximo, lo que se escribe en los canales`,
  operator: msg`Responsable de este sitio`,
  exitAddress: msg`A dónde lleva «Salir rápido»`,
  workingHours: msg`Horario de apoyo`,
  callLinkTemplate: msg`Sitio de videollamadas`,
  caseLimits: msg`Límite de casos por persona que da apoyo: todos · urgentes`,
  checklist: msg`Lo que se mira antes de opinar`,
  reasonTemplates: msg`Textos para empezar`,
  supportTemplates: msg`Plantillas de apoyo`,
  termWords: msg`Palabras con que se busca`,
  changeEmergencyLine: msg`Cambiar la lista de emergencia`,
  shareCase: msg`Compartir un caso con ayuda de afuera`,
  triage: msg`Para contestarlo`,
  work: msg`Para seguir acompañando`,
  answer: msg`Para contestarlo`,
  followUp: msg`Para seguir acompañando`,
  outside: msg`No es lo que Trama hace`,
  capacity: msg`Ahora no`,
  elsewhere: msg`Derivado a otro lugar`,
  unclear: msg`Falta saber más`,
  lightTouch: msg`Apoyo breve`,
  matchbox: msg`Matchbox`,
  referred: msg`Derivado a otro lugar`,
  notNow: msg`Ahora no`,
};

/** Name of a reason class; a dash without one. */
export function reasonName(reason: string | null): string {
  if (!reason) return '—';
  const words = REASON_NAMES[reason];
  return words ? i18n._(words) : reason;
}
