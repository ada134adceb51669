import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ProfileFieldKind } from '../../../gql/types';
import { registerErrorTexts } from '../../../lib/server/errors';
import { languagesOf, type Taxonomy, type Term } from '../../../lib/server/taxonomy';

interface FieldWords {
  label: MessageDescriptor;
  /** Completes "¿Quién ve …?" */
  what: MessageDescriptor;
  hint?: MessageDescriptor;
  /** Explains the ceiling of the audience. */
  note?: MessageDescriptor;
  isLong?: boolean;
  /** Whether the field has free text beside its terms. */
  isMixed?: boolean;
  /** Terms to choose from, and their maximum number. */
  termsIn?: (taxonomy: Taxonomy) => readonly Term[];
  limit?: number;
}

/** Labels and options of each profile field, in display order. `colour` is part of the name field. */
export const PROFILE_FIELDS: Partial<Record<ProfileFieldKind, FieldWords>> = {
  name: {
    label: msg`Nombre que usas`,
    what: msg`tu nombre`,
    hint: msg`Un alias está bien.`,
  },
  avatar: {
    label: msg`Foto`,
    what: msg`tu foto`,
    hint: msg`No hace falta tu cara: sirve un dibujo o un paisaje. Sin foto se ven tus iniciales.`,
  },
  pronouns: { label: msg`Pronombres`, what: msg`tus pronombres` },
  issueAreas: {
    label: msg`Temas`,
    what: msg`tus temas`,
    termsIn: (of) => of.issueAreas,
    limit: 5,
  },
  practices: {
    label: msg`Cómo trabajas`,
    what: msg`cómo trabajas`,
    termsIn: (of) => of.practices,
    limit: 8,
  },
  territories: {
    label: msg`Territorios`,
    what: msg`tus territorios`,
    termsIn: (of) => [...of.sharedTerritories, ...of.countries, ...of.otherCountries],
    limit: 10,
  },
  region: {
    label: msg`Región`,
    what: msg`tu región`,
    note: msg`La región llega como máximo a tus grupos, para que nadie te ubique desde fuera.`,
  },
  languages: {
    label: msg`Lenguas`,
    what: msg`tus lenguas`,
    termsIn: languagesOf,
    limit: 10,
  },
  interprets: {
    label: msg`Puedo interpretar`,
    what: msg`lo que interpretas`,
    hint: msg`Lenguas entre las que ayudas a otras personas a entenderse.`,
    termsIn: languagesOf,
    limit: 10,
  },
  skills: {
    label: msg`Qué ofreces`,
    what: msg`lo que ofreces`,
    termsIn: (of) => of.skills,
    limit: 12,
    isMixed: true,
  },
  supportSought: {
    label: msg`Qué buscas`,
    what: msg`lo que buscas`,
    termsIn: (of) => of.skills,
    limit: 12,
    isMixed: true,
  },
  about: { label: msg`Sobre mí`, what: msg`lo que cuentas de ti`, isLong: true },
  organisation: { label: msg`Organización`, what: msg`tu organización` },
  contact: {
    label: msg`Formas de contacto`,
    what: msg`tus formas de contacto`,
    note: msg`El contacto llega como máximo a quienes aceptaste en una presentación.`,
  },
};

registerErrorTexts({
  uploaded: msg`Elige una imagen JPEG, PNG, WebP o GIF.`,
  aboveCeiling: msg`Este campo no se puede abrir tanto.`,
  personaName: msg`Ya usas ese nombre en un grupo donde no llevas tu perfil. Elige otro.`,
  'profile.changedMeanwhile': msg`Lo cambiaste en otra ventana. Mira cómo quedó.`,
  'profile.alreadyAnswered': msg`Ya respondiste. Puedes cambiar cada campo en tu perfil.`,
});
