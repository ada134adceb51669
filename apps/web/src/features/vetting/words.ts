import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ApplicationState, Attestation, ReasonClass, Recommendation } from '../../gql/types';

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

export const ATTESTATIONS: Record<Attestation, MessageDescriptor> = {
  metInPerson: msg`la conoce en persona`,
  workedTogether: msg`trabajaron en común`,
  seenWork: msg`ha visto su trabajo`,
  knowOrganisation: msg`conoce su organización`,
  onlyOnline: msg`solo la conoce en línea`,
};

/** The same, as the one who vouches says it. */
export const I_ATTEST: Record<Attestation, MessageDescriptor> = {
  metInPerson: msg`Nos conocemos en persona`,
  workedTogether: msg`Trabajamos en común`,
  seenWork: msg`He visto su trabajo`,
  knowOrganisation: msg`Conozco su organización`,
  onlyOnline: msg`Solo nos conocemos en línea`,
};

/** Who knows the applicant, as they said it. */
export const KNOWN: Readonly<Record<string, MessageDescriptor>> = {
  someone: msg`Alguien que puede contar qué hace`,
  trace: msg`Algo publicado`,
  nobody: msg`Todavía nadie`,
};
