import type { Language } from '#kernel/language.js';

/** An unused invitation link. */
export interface DemoInvitation {
  readonly by: string;
  readonly daysAgo: number;
  readonly language: Language;
  readonly note: string;
  readonly isTakenBack: boolean;
}

export const DEMO_INVITATIONS: readonly DemoInvitation[] = [
  {
    by: 'member1',
    daysAgo: 6,
    language: 'es',
    note: 'Hicimos juntas el archivo de la marcha de 2021.',
    isTakenBack: true,
  },
  {
    by: 'member1',
    daysAgo: 3,
    language: 'pt',
    note: 'Trabalhamos na mesma rede de rádios desde 2022.',
    isTakenBack: false,
  },
  {
    by: 'admin1',
    daysAgo: 2,
    language: 'es',
    note: 'La organización que nos aloja conoce su trabajo.',
    isTakenBack: false,
  },
];
