import { parseMessageScript } from './messages/message-script.js';

/** A group or an organisation in the coalition of the demo. */
export interface DemoParticipant {
  readonly group?: string;
  readonly organisation?: string;
  /** The steward or spokesperson who acts for it. */
  readonly by: string;
  /** The name chosen for this coalition; null for its own. */
  readonly shownName: string | null;
  readonly joinedDaysAgo: number;
  /** The people whom it lets take part; each takes part, some under a persona. */
  readonly people: Readonly<Record<string, string | null>>;
  /** The people whom it let take part, and who have not answered. */
  readonly waiting: readonly string[];
}

/** The coalition of the demo: a listed group founded it, a hidden group and an organisation joined. */
export const DEMO_COALITION = {
  slug: 'three',
  name: 'Cuenca Hermana',
  purpose: 'Responder en común a los rumores que bajan por el río, sin repetir el trabajo.',
  agreements:
    'Lo que se cuenta aquí no sale con nombres.\nCada cual habla por sí, no por su grupo.\nAntes de publicar juntos, se pregunta dos veces.',
  foundedDaysAgo: 46,
  channel: { slug: 'orillas', name: 'Orillas', joiningDaysAgo: 33 },
  /** A group that two participants invited, and that has not answered. */
  invited: { group: 'six', daysAgo: 3, reason: 'Trabajan con lectura fácil y nos hace falta.' },
} as const;

export const DEMO_PARTICIPANTS: readonly DemoParticipant[] = [
  {
    group: 'one',
    by: 'steward1',
    shownName: null,
    joinedDaysAgo: DEMO_COALITION.foundedDaysAgo,
    people: { steward1: null, member1: null, wilder: null, deiby: 'Remo Corto' },
    waiting: ['nelly'],
  },
  {
    group: 'two',
    by: 'steward2',
    shownName: 'Tejido Yarumo',
    joinedDaysAgo: 44,
    people: { steward2: 'Yarumo', jussara: null, fidel: 'Piedra de Agua' },
    waiting: ['alba'],
  },
  {
    organisation: 'coletivo-beira-mansa',
    by: 'member2',
    shownName: null,
    joinedDaysAgo: 40,
    people: { member2: null, iracema: null },
    waiting: ['benicio'],
  },
];

/** Messages of the coalition, oldest first. */
export const COALITION_MESSAGES = [
  parseMessageScript(
    `${DEMO_COALITION.slug}/${DEMO_COALITION.channel.slug}`,
    30,
    `
steward1: Les damos la bienvenida. La idea es sencilla: un rumor, una respuesta, varias lenguas.
member2: Oi! A gente pode gravar em português e passar para quem quiser dublar.
steward2: De nuestro lado hay quien acompaña a las personas que reciben amenazas. Escriban antes de publicar.
member1: Buenísimo. El audio del agua volvió ayer a Puerto Manso.
wilder^1: Aquí también, con otra voz. Lo comparo esta tarde.
iracema: Chegou na nossa beira com legenda nova.
jussara: Então é a mesma corrente. Vale uma resposta só.
`,
  ),
  parseMessageScript(
    `${DEMO_COALITION.slug}/${DEMO_COALITION.channel.slug}`,
    6,
    `
fidel: Dos personas nos piden no aparecer en el registro del taller.
steward1^1: Entonces el registro se hace sin lista. Anotado.
deiby: ¿Alguien tiene la versión corta de la respuesta sobre el agua?
member2^1: Eu tenho, quarenta segundos. Mando aqui amanhã. || 💚 wilder steward2
`,
  ),
];
