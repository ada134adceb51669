import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type {
  ApplicationState,
  Attestation,
  ReasonClass,
  Recommendation,
  VouchWeight,
  WithdrawalReason,
} from '../../../gql/types';

/** Label and style of each application state. */
export const APPLICATION_STATE_LABELS: Record<
  ApplicationState,
  { label: MessageDescriptor; look?: 'warn' }
> = {
  new: { label: msg`Nueva` },
  appealed: { label: msg`Sin leer otra vez` },
  waitsForApplicant: { label: msg`Espera respuesta`, look: 'warn' },
  secondView: { label: msg`Segunda mirada`, look: 'warn' },
  lookAgain: { label: msg`Se vuelve a mirar` },
  thirdView: { label: msg`Tercera mirada`, look: 'warn' },
  discussion: { label: msg`En conversación`, look: 'warn' },
  agreed: { label: msg`Por decidir` },
  decided: { label: msg`Decidida` },
};

export const REASON_CLASS_LABELS: Record<ReasonClass, MessageDescriptor> = {
  purpose: msg`El propósito es otro`,
  notEnough: msg`No pudimos saber lo suficiente`,
  risk: msg`Hay riesgos para otras personas`,
  conduct: msg`No cuidó los acuerdos`,
  other: msg`Otra razón`,
};

export const RECOMMENDATION_LABELS: Record<Recommendation, MessageDescriptor> = {
  accept: msg`Aceptar`,
  decline: msg`No aceptar`,
};

export const DECISION_LABELS: Record<Recommendation, MessageDescriptor> = {
  accept: msg`Aceptada`,
  decline: msg`No aceptada`,
};

/** Labels of attestations, strongest first. */
export const ATTESTATION_LABELS: Record<Attestation, MessageDescriptor> = {
  workedTogether: msg`trabajaron en común`,
  metInPerson: msg`la conoce en persona`,
  knowOrganisation: msg`conoce su organización`,
  seenWork: msg`ha visto su trabajo`,
  onlyOnline: msg`solo la conoce en línea`,
};

/** The same attestations in the first person, for the voucher. */
export const OWN_ATTESTATION_LABELS: Record<Attestation, MessageDescriptor> = {
  workedTogether: msg`Trabajamos en común`,
  metInPerson: msg`Nos conocemos en persona`,
  knowOrganisation: msg`Conozco su organización`,
  seenWork: msg`He visto su trabajo`,
  onlyOnline: msg`Solo nos conocemos en línea`,
};

export const VOUCH_WEIGHT_LABELS: Record<VouchWeight, MessageDescriptor> = {
  strong: msg`Aval fuerte`,
  some: msg`Aval medio`,
  light: msg`Aval leve`,
};

export const WITHDRAWAL_LABELS: Record<WithdrawalReason, MessageDescriptor> = {
  mistaken: msg`Dice que se equivocó`,
  conduct: msg`Por algo que la persona hizo`,
  pressured: msg`Dice que la presionaron para avalar`,
  other: msg`Por otra razón`,
};

/** The same reasons in the first person, for the voucher. */
export const OWN_WITHDRAWAL_LABELS: Record<WithdrawalReason, MessageDescriptor> = {
  mistaken: msg`Me equivoqué en algo que dije`,
  conduct: msg`Por algo que la persona hizo`,
  pressured: msg`Me presionaron para avalar`,
  other: msg`Por otra razón`,
};

/** Whether somebody knows the applicant's work, as the applicant stated it. */
export const ACQUAINTANCE_LABELS: Readonly<Record<string, MessageDescriptor>> = {
  someone: msg`Alguien que puede contar qué hace`,
  trace: msg`Algo publicado`,
  nobody: msg`Todavía nadie`,
};
