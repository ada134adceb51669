/** The outcome of a report. */
export type ReportOutcome = 'open' | 'talk' | 'warned' | 'appealed';

/** A report by a person of the demo world. */
export interface DemoReport {
  readonly by: string;
  /** A message by its text, or a profile by the handle of its owner. */
  readonly of: { readonly message: string } | { readonly profile: string };
  readonly reason: 'harassment' | 'exposure' | 'impersonation' | 'other';
  readonly note: string;
  readonly daysAgo: number;
  readonly end: ReportOutcome;
  /** The text that moderation wrote to the reported member. */
  readonly words?: string;
  readonly answer?: string;
  /** The internal note of the moderator. */
  readonly remark?: string;
}

/** Two reports about one person form one matter. One matter waits for an answer, one is closed, one is appealed. */
export const DEMO_REPORTS: readonly DemoReport[] = [
  {
    by: 'nelly',
    of: { message: 'Nelly, te escribo hasta que me los pases.' },
    reason: 'harassment',
    note: 'Ya me escribió cuatro veces por otro lado. Le dije que no.',
    daysAgo: 1.2,
    end: 'open',
  },
  {
    by: 'member1',
    of: { message: 'No tengo tiempo de preguntar. Ya tengo dos y leo al aire los que falten.' },
    reason: 'exposure',
    note: '',
    daysAgo: 1.1,
    end: 'open',
  },
  {
    by: 'ikiam',
    of: { profile: 'member4' },
    reason: 'other',
    note: 'Nombra a mi comunidad como si hablara por ella. Quizás es un descuido.',
    daysAgo: 2,
    end: 'talk',
    words:
      'Hola, Rosalía. Alguien se pregunta si en tu perfil hablas por una comunidad o solo por ti. ¿Nos cuentas?',
    remark: 'Parece un descuido al escribir. Espero su respuesta antes de hacer otra cosa.',
  },
  {
    by: 'jaciara',
    of: { profile: 'member2' },
    reason: 'other',
    note: 'O nome da organização no perfil não é mais esse.',
    daysAgo: 62,
    end: 'warned',
    words:
      'Olá. O nome de uma organização no seu perfil não é mais o dela. Pedimos que atualize quando puder. Por enquanto não há outra medida.',
  },
  {
    by: 'sarita',
    of: { profile: 'benicio' },
    reason: 'impersonation',
    note: 'Dice que es de una radio que cerró hace años.',
    daysAgo: 9,
    end: 'appealed',
    words:
      'Olá. Dizer que fala por uma rádio que não existe mais confunde quem confia em você. Pedimos que corrija. Por enquanto não há outra medida.',
    answer: 'A rádio voltou em março com outro nome. Posso mandar a licença.',
  },
];
