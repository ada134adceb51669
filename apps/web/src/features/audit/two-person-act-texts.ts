import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { TwoPersonState } from '../../gql/types';
import { DUTY_NAMES } from '../../lib/text/duty-names';
import { SANCTION_LABELS } from '../../lib/text/moderation-names';
import { RETENTION_NAMES } from '../../lib/text/retention-names';
import { REASON_NAMES } from './action-names';
import type { ApprovalListItem } from './approvals.graphql';

type Words = Readonly<Record<string, MessageDescriptor>>;

export interface ActKindTexts {
  readonly title: MessageDescriptor;
  /** The consequence, shown above the approve button. */
  readonly consequence: MessageDescriptor;
  /** Names of the facts that the server sends, by label. */
  readonly labels: Words;
  /** Names of fact values that are enum values instead of free text. */
  readonly values?: Words;
}

const NOT_DONE: Words = { from: msg`Cuando se pidió`, to: msg`Se pedía que fuera` };

/** Labels of requests that were not approved, by state. */
export const ENDED_REQUEST_LABELS: Readonly<Partial<Record<TwoPersonState, Words>>> = {
  approved: { from: msg`Antes`, to: msg`Pasó a ser` },
  refused: NOT_DONE,
  withdrawn: NOT_DONE,
  expired: NOT_DONE,
};

/** Earlier sanctions in the same matter. */
const BEFORE: Words = { talk: msg`Mensaje`, ...SANCTION_LABELS };

/**
 * Texts of each kind of two-person act. A test in `test/laws` compares the keys with the kinds that the server
 * registers.
 */
export const ACT_KIND_TEXTS: Readonly<Record<string, ActKindTexts>> = {
  grantDuty: {
    title: msg`Dar una tarea`,
    consequence: msg`Esa persona podrá usar la tarea en cuanto vuelva a entrar: sus sesiones se cierran.`,
    labels: { knownAs: msg`A quién`, duty: msg`Qué tarea` },
    values: DUTY_NAMES,
  },
  takeDuty: {
    title: msg`Quitar una tarea`,
    consequence: msg`Esa persona deja de poder usarla en este momento: sus sesiones se cierran.`,
    labels: { knownAs: msg`A quién`, duty: msg`Qué tarea` },
    values: { ...DUTY_NAMES, unnamed: msg`Alguien que todavía no dijo su nombre a Administración` },
  },
  makeStaff: {
    title: msg`Sumar a alguien que cuide la instancia`,
    consequence: msg`Se crea una cuenta aparte, sin perfil ni grupos. Quien la pidió recibe un enlace y quien la aprueba un código, de un solo uso: cada quien entrega lo suyo en persona, y hacen falta los dos.`,
    labels: { knownAs: msg`A quién`, duty: msg`Qué tarea` },
    values: DUTY_NAMES,
  },
  removeMember: {
    title: msg`Sacar a alguien de Trama para siempre`,
    consequence: msg`Sus sesiones se cierran en este momento. Deja sus grupos, sus alianzas y sus tareas, y nadie encuentra su perfil. Durante 20 días puede entrar solo para leer por qué, apelar, y descargar o borrar sus datos. Si apela, lo revisa una tercera persona.`,
    labels: {
      knownAs: msg`A quién`,
      reason: msg`Motivo`,
      reports: msg`Reportes en el asunto`,
      before: msg`Qué se hizo antes en el asunto`,
      words: msg`Lo que se le dice`,
      delay: msg`Días hasta decírselo`,
      delayReason: msg`Por qué más tarde`,
    },
    values: {
      ...REASON_NAMES,
      ...BEFORE,
      unnamed: msg`Alguien de quien no hay reportes`,
      nothing: msg`Nada`,
      atOnce: msg`Ninguno: enseguida`,
    },
  },
  makeGroupLessPrivate: {
    title: msg`Hacer un grupo más visible o abierto`,
    consequence: msg`Vale en cuanto se apruebe. Si el grupo está oculto y aparece sin nombre en una coalición, allí se verá su nombre. Quien entre después no lee nada de lo escrito hasta ese momento.`,
    labels: { group: msg`Grupo`, from: msg`Ahora`, to: msg`Pasaría a ser` },
    values: {
      hidden: msg`Oculto: solo lo ven sus miembros y quienes tienen una invitación`,
      invitation: msg`Visible en la lista: solo con invitación`,
      request: msg`Visible en la lista: hay que pedir entrar`,
      open: msg`Visible en la lista: entra cualquier miembro de Trama`,
    },
  },
  openGroupMemberList: {
    title: msg`Que el grupo vea quiénes lo forman`,
    consequence: msg`Vale en cuanto se apruebe, para quien entre después. Quien ya está aparece en la lista solo si acepta.`,
    labels: { group: msg`Grupo`, from: msg`Ahora`, to: msg`Pasaría a ser` },
    values: {
      stewards: msg`La lista la ven solo quienes sostienen el grupo`,
      members: msg`La lista la ven las personas del grupo`,
    },
  },
  inviteParticipant: {
    title: msg`Invitar a una coalición`,
    consequence: msg`Quien sostiene el grupo o representa a la organización podrá aceptar. Quien entre no podrá leer lo escrito antes.`,
    labels: { coalition: msg`Coalición`, by: msg`Cómo`, invited: msg`A quién` },
    values: {
      link: msg`Con un enlace para un solo participante`,
      group: msg`A un grupo`,
      organisation: msg`A una organización`,
    },
  },
  removeParticipant: {
    title: msg`Sacar a un participante de una coalición`,
    consequence: msg`Vale en cuanto se apruebe: quienes participan solo por él salen de la coalición en todos sus dispositivos.`,
    labels: { coalition: msg`Coalición`, participant: msg`Participante` },
    values: { '': msg`Participante sin nombre` },
  },
  lengthenRetention: {
    title: msg`Guardar por más tiempo lo que se escribe en un canal`,
    consequence: msg`Vale para lo que se escriba desde ahora. Lo que ya está escrito se borra cuando le tocaba.`,
    labels: { of: msg`Canal`, from: msg`Ahora`, to: msg`Pasaría a ser` },
    values: RETENTION_NAMES,
  },
  lengthenBetweenTwo: {
    title: msg`Guardar por más tiempo lo que se escriben`,
    consequence: msg`Vale para lo que se escriba desde ahora. Lo que ya está escrito se borra cuando le tocaba.`,
    labels: { of: msg`Entre quiénes`, from: msg`Ahora`, to: msg`Pasaría a ser` },
    values: RETENTION_NAMES,
  },
  shareCase: {
    title: msg`Compartir un caso con ayuda de afuera`,
    consequence: msg`Esa persona lee este texto y conversa con el equipo hasta ese día. Quien pidió apoyo estuvo de acuerdo con exactamente esto. Aprobarlo no te abre el caso.`,
    labels: {
      name: msg`Con quién`,
      text: msg`Qué lee`,
      until: msg`Hasta cuándo`,
      state: msg`Estado`,
    },
    values: { ended: msg`Ya no vale: el acuerdo terminó o cambió` },
  },
  changeEmergencyLine: {
    title: msg`Agregar o cambiar una línea de emergencia`,
    consequence: msg`Cualquiera puede leerla en cuanto se apruebe, también sin cuenta. Comprueba el número por tu cuenta antes de aprobar: quien está en peligro no puede probar dos veces.`,
    labels: {
      act: msg`Qué se pide`,
      service: msg`Servicio`,
      phone: msg`Número`,
      name: msg`Cómo se llama`,
      purpose: msg`Para qué sirve`,
      hours: msg`Cuándo contesta`,
      languages: msg`Lenguas`,
      territory: msg`Territorio`,
    },
    values: { add: msg`Agregar una línea`, change: msg`Cambiar una línea` },
  },
  changeSettings: {
    title: msg`Cambiar un ajuste de la instancia`,
    consequence: msg`Vale para todas las personas desde el momento en que se apruebe.`,
    labels: {
      setting: msg`Ajuste`,
      from: msg`Ahora`,
      to: msg`Pasaría a ser`,
      added: msg`Es nuevo`,
      reworded: msg`Cambia el texto`,
      turned: msg`Pasa a servir para otra cosa`,
      retired: msg`Se quita`,
      list: msg`Quedaría así, en orden`,
      ask: msg`pregunta`,
      accept: msg`aceptar`,
      decline: msg`no aceptar`,
      refer: msg`sugerir otro lugar`,
      purpose: msg`no es lo que Trama hace`,
      notEnough: msg`falta saber más`,
      risk: msg`riesgo para otras personas`,
      conduct: msg`por su conducta`,
      other: msg`otro motivo`,
    },
    values: {
      operator: msg`Responsable de este sitio`,
      nobody: msg`Nadie`,
      exitAddress: msg`A dónde lleva «Salir rápido»`,
      neutralPage: msg`La página de medidas de cocina`,
      vouchesNeeded: msg`Avales que necesita una postulación`,
      longestRetention: msg`Días que se guarda, como máximo, lo que se escribe en los canales`,
      workingHours: msg`Horario de apoyo`,
      callLinkTemplate: msg`Sitio de videollamadas`,
      caseLimits: msg`Límite de casos por persona que da apoyo: todos · urgentes`,
      checklist: msg`Lo que se mira antes de opinar`,
      reasonTemplates: msg`Textos para empezar`,
      supportTemplates: msg`Plantillas de apoyo`,
    },
  },
};

/**
 * People join a coalition only through a participant, so it is either listed or hidden. The server sends the name of a
 * coalition under another label than that of a group.
 */
const LISTED_COALITION: ActKindTexts = {
  title: msg`Mostrar una coalición en la lista`,
  consequence: msg`Vale en cuanto se apruebe. Cualquier miembro de Trama verá su nombre, su propósito, sus acuerdos y los nombres con que aparecen los grupos y organizaciones que la forman. Desde fuera sigue sin verse quién participa, y quien entre después no lee nada de lo escrito hasta ese momento.`,
  labels: { coalition: msg`Coalición`, from: msg`Ahora`, to: msg`Pasaría a ser` },
  values: {
    hidden: msg`Oculta: solo la ve la gente de los grupos y organizaciones que la forman y quien recibe una invitación`,
    invitation: msg`Visible en la lista para cualquier miembro de Trama`,
  },
};

export type ShownAct = Pick<ApprovalListItem, 'kind' | 'shown'>;

/** The texts of a request; undefined for a kind without texts. */
export function actTextsOf({ kind, shown }: ShownAct): ActKindTexts | undefined {
  const isCoalition = shown.some(({ label }) => label === 'coalition');
  return isCoalition && kind === 'makeGroupLessPrivate' ? LISTED_COALITION : ACT_KIND_TEXTS[kind];
}
