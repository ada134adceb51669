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

/** Where an application stands, and how its badge looks. */
export const STATES: Record<ApplicationState, { label: MessageDescriptor; look?: 'warn' }> = {
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

export const REASON_CLASSES: Record<ReasonClass, MessageDescriptor> = {
  purpose: msg`El propósito es otro`,
  notEnough: msg`No pudimos saber lo suficiente`,
  risk: msg`Hay riesgos para otras personas`,
  conduct: msg`No cuidó los acuerdos`,
  other: msg`Otra razón`,
};

export const RECOMMENDATIONS: Record<Recommendation, MessageDescriptor> = {
  accept: msg`Aceptar`,
  decline: msg`No aceptar`,
};

export const OUTCOMES: Record<Recommendation, MessageDescriptor> = {
  accept: msg`Aceptada`,
  decline: msg`No aceptada`,
};

/** The heavier stand first, as everywhere. */
export const ATTESTATIONS: Record<Attestation, MessageDescriptor> = {
  workedTogether: msg`trabajaron en común`,
  metInPerson: msg`la conoce en persona`,
  knowOrganisation: msg`conoce su organización`,
  seenWork: msg`ha visto su trabajo`,
  onlyOnline: msg`solo la conoce en línea`,
};

/** The same, as the one who vouches says it. */
export const I_ATTEST: Record<Attestation, MessageDescriptor> = {
  workedTogether: msg`Trabajamos en común`,
  metInPerson: msg`Nos conocemos en persona`,
  knowOrganisation: msg`Conozco su organización`,
  seenWork: msg`He visto su trabajo`,
  onlyOnline: msg`Solo nos conocemos en línea`,
};

/** What a vouch weighs. */
export const WEIGHTS: Record<VouchWeight, MessageDescriptor> = {
  strong: msg`Aval fuerte`,
  some: msg`Aval medio`,
  light: msg`Aval leve`,
};

/** Why a vouch was taken back. */
export const WITHDRAWALS: Record<WithdrawalReason, MessageDescriptor> = {
  mistaken: msg`Dice que se equivocó`,
  conduct: msg`Por algo que la persona hizo`,
  pressured: msg`Dice que la presionaron para avalar`,
  other: msg`Por otra razón`,
};

/** The same, as the one who takes it back says it. */
export const I_WITHDRAW: Record<WithdrawalReason, MessageDescriptor> = {
  mistaken: msg`Me equivoqué en algo que dije`,
  conduct: msg`Por algo que la persona hizo`,
  pressured: msg`Me presionaron para avalar`,
  other: msg`Por otra razón`,
};

/** Who knows the applicant, as they said it. */
export const KNOWN: Readonly<Record<string, MessageDescriptor>> = {
  someone: msg`Alguien que puede contar qué hace`,
  trace: msg`Algo publicado`,
  nobody: msg`Todavía nadie`,
};
