import type { Persona } from '#members/persona.js';
import { membersInJoiningOrder } from './applications/joining-order.js';
import { DEMO_GROUPS } from './groups.js';

export interface DemoMembership {
  readonly group: string;
  readonly handle: string;
  readonly isSteward: boolean;
  /** A persona: another name in this group, without a link to the profile. */
  readonly persona: Persona | undefined;
  readonly joinedDaysAgo: number;
  /** Answers to the questions of the group, in order; empty if it asks none. */
  readonly answers: readonly string[];
}

/** Personas that some people use in one group, with their fields. */
const PERSONAS: Readonly<Record<string, Persona>> = {
  'two fidel': {
    name: 'Ocote',
    colour: '2',
    pronouns: '',
    about: 'Hago el turno de los lunes. Escribo temprano, cuando hay señal.',
    practices: ['practice:community-media'],
  },
  'two alba': {
    name: 'Lluvia Tres',
    colour: '5',
    pronouns: 'ella',
    about: 'Aquí escucho más de lo que hablo.',
    practices: [],
  },
  'two ikiam': {
    name: 'Colibrí de Noche',
    colour: '',
    pronouns: 'elle',
    about: '',
    practices: ['practice:media-education'],
  },
};

const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  one: [
    [
      'Con una radio comunitaria y las escuelas de la ribera.',
      'Escuchar dos semanas y después ayudar con las traducciones.',
    ],
    [
      'Com um coletivo de comunicação da beira do rio.',
      'Dividir o que já conferimos na nossa língua.',
    ],
    [
      'Con la asamblea de mi comunidad, que me pidió entrar.',
      'Traer las dudas que nos llegan por teléfono y aprender a responderlas.',
    ],
  ],
  four: [
    [
      'Cuadernos y grabaciones de mi comunidad; son de ella.',
      'La humedad, y que alguien los copie sin preguntar.',
    ],
    ['Fotos prestadas por familias del barrio.', 'No recordar a quién prometí qué.'],
  ],
  six: [
    ['Para personas sordas y para quien lee despacio.'],
    ['Para mí y para quienes usan lector de pantalla.'],
  ],
};

/** All memberships, each at least two days after joining Trama and one day after the founding of the group. */
export function demoMemberships(): DemoMembership[] {
  const joined = new Map(
    membersInJoiningOrder().map(({ person, joinedDaysAgo }) => [person.handle, joinedDaysAgo]),
  );
  return DEMO_GROUPS.flatMap((group) =>
    [group.steward, ...group.members].map((handle, at) => ({
      group: group.slug,
      handle,
      isSteward: handle === group.steward,
      persona: PERSONAS[`${group.slug} ${handle}`],
      joinedDaysAgo:
        at === 0 ? group.foundedDaysAgo : dayIn(group.foundedDaysAgo, joined.get(handle)!),
      answers: at === 0 ? [] : answersOf(group.slug, at),
    })),
  );
}

const dayIn = (founded: number, joined: number) => Math.max(1, Math.min(founded - 1, joined - 2));

function answersOf(slug: string, at: number): readonly string[] {
  const all = ANSWERS[slug] ?? [];
  return all[at % Math.max(1, all.length)] ?? [];
}

/** Join requests that wait for a steward. */
export const DEMO_JOIN_REQUESTS = [
  {
    group: 'one',
    handle: 'colette',
    answers: [
      'With schools on both banks of the border river.',
      'Listen, and help with French and Creole versions.',
    ],
    daysAgo: 2,
  },
  {
    group: 'one',
    handle: 'killa',
    answers: [
      'Con una red de fotografía de mujeres de la sierra.',
      'Conocer cómo responden a los rumores sobre agua.',
    ],
    daysAgo: 1,
  },
  {
    group: 'four',
    handle: 'xochitl',
    answers: [
      'Láminas dibujadas en talleres; son de quienes participaron.',
      'Que se usen sin decir de dónde salieron.',
    ],
    daysAgo: 3,
  },
];

/** People who left a group lately, and who could read it in between. */
export const DEMO_FORMER_MEMBERS = [
  {
    group: 'one',
    handle: 'celia',
    answers: ANSWERS['one']![0]!,
    joinedDaysAgo: 60,
    leftDaysAgo: 6,
  },
];

/** Members whom the steward of their group made facilitator; one of them uses a persona there. */
export const DEMO_FACILITATORS = [
  { group: 'one', handle: 'deiby', daysAgo: 60 },
  { group: 'two', handle: 'fidel', daysAgo: 40 },
  { group: 'ten', handle: 'marlene', daysAgo: 50 },
  { group: 'nine', handle: 'lucrecia', daysAgo: 90 },
];

/** Group invitations that wait for an answer. */
export const DEMO_GROUP_INVITATIONS = [
  { group: 'seven', by: 'tome', to: 'irma', daysAgo: 4 },
  { group: 'eight', by: 'itzel', to: 'scarlett', daysAgo: 6 },
];
