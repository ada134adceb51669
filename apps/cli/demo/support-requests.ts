/** How far a request for support has come. */
export type DemoSupportEnd =
  'waiting' | 'claimed' | 'accepted' | 'declined' | 'closed' | 'withdrawn';

/** A request for support by a person of the demo world. All texts are fictional. */
export interface DemoSupportRequest {
  readonly by: string;
  readonly kind: 'technology' | 'project' | 'community' | 'data' | 'care' | 'archive' | 'unsure';
  readonly danger: 'yes' | 'unknown' | 'no';
  readonly languages: readonly string[];
  readonly goal: string;
  readonly tried: string;
  readonly safeWay: string;
  readonly daysAgo: number;
  readonly end: DemoSupportEnd;
  /** The words of the supporter who accepted or declined. */
  readonly words?: string;
  readonly closing?: string;
  readonly alternatives?: string;
  /** The handle of a supporter who must not read it. */
  readonly excluded?: string;
}

/** The work names of the supporters. */
export const DEMO_WORK_NAMES: Readonly<Record<string, string>> = {
  supporter1: 'Teresa N.',
  supporter2: 'Joaquín',
};

interface DemoRota {
  readonly days: readonly number[];
  readonly takenKinds: readonly DemoSupportRequest['kind'][];
}

/** The days on duty of supporters and the kinds they take, by handle. Nobody is on duty on Sundays. */
export const DEMO_ROTA: Readonly<Record<string, DemoRota>> = {
  supporter1: { days: [1, 3, 5], takenKinds: [] },
  supporter2: { days: [2, 4, 5, 6], takenKinds: ['technology', 'data', 'care', 'unsure'] },
};

export const DEMO_SUPPORT_REQUESTS: readonly DemoSupportRequest[] = [
  {
    ...{ by: 'member1', kind: 'care', danger: 'no', languages: ['language:es'], daysAgo: 3 },
    goal: 'Proteger las cuentas de la radio: varias personas usan la misma clave.',
    tried: 'Cambiamos la clave del correo una vez, y volvimos a compartirla por mensaje.',
    safeWay: 'Por la radio, los martes',
    end: 'accepted',
    words:
      'Hola, soy Teresa. Propongo empezar por el correo de la radio: desde ahí se recuperan las demás cuentas. Te llamo el martes.',
  },
  {
    ...{ by: 'member1', kind: 'community', danger: 'no', languages: ['language:es'], daysAgo: 95 },
    goal: 'Que las promotoras de cuatro comunidades se avisen entre ellas cuando no hay red.',
    tried: 'Una lista de difusión, que se llena de cadenas.',
    safeWay: 'Por la radio, los martes',
    end: 'accepted',
    words: 'Hola. Empecemos por dibujar quién avisa a quién. Te espero por la radio.',
  },
  {
    ...{ by: 'member1', kind: 'archive', danger: 'no', languages: ['language:es'], daysAgo: 1 },
    goal: 'Guardar veinte años de grabaciones que están en casetes.',
    tried: 'Digitalizamos diez, y no sabemos cómo nombrarlas.',
    safeWay: '',
    end: 'waiting',
  },
  {
    ...{ by: 'member2', kind: 'care', danger: 'yes', languages: ['language:pt'], daysAgo: 0.02 },
    goal: 'Alguém entrou na conta da associação e está escrevendo para todo mundo.',
    tried: 'Tentamos recuperar a senha, e o código chega no celular de quem entrou.',
    safeWay: 'Pelo telefone da vizinha, que está com a gente',
    end: 'waiting',
  },
  {
    ...{ by: 'member4', kind: 'data', danger: 'unknown', languages: ['language:es'] },
    daysAgo: 0.007,
    goal: 'Tenemos una lista de personas afectadas en una planilla que circula por correo.',
    tried: '',
    safeWay: 'Correo del colectivo, sin asunto',
    end: 'claimed',
  },
  {
    ...{ by: 'steward1', kind: 'technology', danger: 'no', languages: ['language:es'], daysAgo: 2 },
    goal: 'Elegir dónde alojar una página que abra con mala señal.',
    tried: 'Una plataforma gratuita, que no abre en los celulares de aquí.',
    safeWay: 'Por mensaje en la red',
    end: 'waiting',
    excluded: 'supporter2',
  },
  {
    ...{ by: 'steward2', kind: 'project', danger: 'no', languages: ['language:es'], daysAgo: 20 },
    goal: 'Pagar sueldos de un año de talleres.',
    tried: 'Dos convocatorias.',
    safeWay: '',
    end: 'declined',
    words: 'No damos fondos. Sí podemos revisar contigo el plan de los talleres.',
    alternatives: 'Los fondos de mujeres de tu región reciben propuestas todo el año.',
  },
  {
    ...{ by: 'member2', kind: 'community', danger: 'no', languages: ['language:pt'], daysAgo: 40 },
    goal: 'Uma lista de contatos que não se perca quando alguém troca de celular.',
    tried: 'Um caderno.',
    safeWay: 'Por mensagem na rede',
    end: 'closed',
    words: 'Oi, vamos montar isso juntas em duas conversas.',
    closing: 'A lista está pronta e vocês já sabem cuidar dela. Até a próxima.',
  },
  {
    ...{ by: 'member4', kind: 'unsure', danger: 'no', languages: ['language:es'], daysAgo: 6 },
    goal: '',
    tried: '',
    safeWay: '',
    end: 'withdrawn',
  },
  {
    ...{ by: 'member2', kind: 'project', danger: 'no', languages: ['language:pt'], daysAgo: 5 },
    goal: 'Organizar as oficinas de rádio do ano que vem com duas comunidades novas.',
    tried: 'Uma planilha que só uma pessoa entende.',
    safeWay: 'Por mensagem na rede',
    end: 'accepted',
    words: 'Olá. Falo espanhol; na chamada alguém interpreta, se você concordar.',
  },
];

interface DemoCaseOffer {
  readonly of: DemoSupportRequest;
  readonly by: string;
  readonly to: string;
  readonly takesOver: boolean;
  readonly isAccepted: boolean;
  readonly daysAgo: number;
}

interface DemoPartner {
  readonly of: DemoSupportRequest;
  readonly handle: string;
  /** The name under which the person takes part; undefined while they have not answered. */
  readonly name?: string;
  readonly daysAgo: number;
}

interface DemoThreadMessage {
  readonly of: DemoSupportRequest;
  readonly by: string;
  readonly thread: 'requester' | 'internal';
  readonly body: string;
  /** A key of `DEMO_FILES`. */
  readonly file?: string;
  readonly daysAgo: number;
}

const [OF_THE_RADIO, OF_THE_PROMOTERS] = DEMO_SUPPORT_REQUESTS;

/** A supporter who joined the first accepted case, and one who is asked to take over the second. */
export const DEMO_CASE_OFFERS: readonly DemoCaseOffer[] = [
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', to: 'supporter2', daysAgo: 1.95 },
    ...{ takesOver: false, isAccepted: true },
  },
  {
    ...{ of: OF_THE_PROMOTERS!, by: 'supporter1', to: 'supporter2', daysAgo: 0.2 },
    ...{ takesOver: true, isAccepted: false },
  },
];

export interface DemoHelper {
  readonly of: DemoSupportRequest;
  readonly handle: string;
  readonly lead: string;
  /** The supporter who approves; undefined while the requester has not agreed. */
  readonly approver?: string;
  readonly name: string;
  readonly text: string;
  readonly daysAgo: number;
}

/** People whom the requester added to their side of the first accepted case. */
export const DEMO_PARTNERS: readonly DemoPartner[] = [
  { of: OF_THE_RADIO!, handle: 'member2', name: 'Compañera de la radio', daysAgo: 1.5 },
  { of: OF_THE_RADIO!, handle: 'steward1', daysAgo: 0.5 },
];

/** Members who help in the first accepted case from outside. */
export const DEMO_HELPERS: readonly DemoHelper[] = [
  {
    ...{ of: OF_THE_RADIO!, handle: 'member3', name: 'Persona que sabe de correo' },
    ...{ lead: 'supporter1', approver: 'supporter2', daysAgo: 1.4 },
    text: 'Una radio comunitaria perdió el acceso a su correo. Hace falta saber cómo se recupera una cuenta cuando el teléfono es de alguien que ya no está.',
  },
  {
    ...{ of: OF_THE_RADIO!, handle: 'member4', name: 'Persona que sabe de claves' },
    ...{ lead: 'supporter1', daysAgo: 0.3 },
    text: 'Un grupo pequeño quiere compartir claves de forma segura y busca un gestor que sirva en teléfonos viejos.',
  },
];

/** Messages between the people of the first accepted case. The last message waits for the supporter. */
export const DEMO_THREAD_MESSAGES: readonly DemoThreadMessage[] = [
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', thread: 'requester', daysAgo: 2 },
    body: 'Revisé lo que me contaste. Propongo empezar por el correo de la radio: desde ahí se recuperan las demás cuentas. ¿Quién más tiene la clave, sin decirme nombres?',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', thread: 'internal', daysAgo: 1.9 },
    body: 'Preguntar primero por el teléfono de recuperación: puede ser de alguien que ya no está.',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'member1', thread: 'requester', daysAgo: 1 },
    body: 'Dos personas más. Una ya no está en la radio.',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', thread: 'requester', daysAgo: 0.95 },
    body: 'Les dejo los pasos, para hacerlos sin apuro.',
    file: 'pasos-correo.pdf',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'member1', thread: 'requester', daysAgo: 0.92 },
    body: 'Esto es lo que sale en la pantalla.',
    file: 'pantalla-del-correo.png',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'member2', thread: 'requester', daysAgo: 0.9 },
    body: 'Yo tengo el teléfono con el que se recupera el correo. Puedo llevarlo el martes.',
  },
];

interface DemoTask {
  readonly of: DemoSupportRequest;
  readonly by: string;
  readonly text: string;
  /** The supporter who does it; undefined for nobody. */
  readonly to?: string;
  /** How many days after it was added it should be done; undefined without a day. */
  readonly inDays?: number;
  readonly isDone?: boolean;
  readonly daysAgo: number;
}

/** Tasks of the first accepted case, which only its supporters see. */
export const DEMO_TASKS: readonly DemoTask[] = [
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', to: 'supporter2', inDays: 5, daysAgo: 1.3 },
    text: 'Averiguar cómo se recupera un correo cuando ya no se tiene el teléfono.',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter2', to: 'supporter1', inDays: 0, daysAgo: 1.2 },
    text: 'Acordar un horario en que haya señal en la radio.',
  },
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', isDone: true, daysAgo: 1.1 },
    text: 'Preparar los pasos del correo en una sola hoja.',
  },
];

interface DemoLink {
  readonly of: DemoSupportRequest;
  readonly by: string;
  readonly name: string;
  readonly url: string;
  readonly daysAgo: number;
}

/** Links of the first accepted case, one of each side. */
export const DEMO_LINKS: readonly DemoLink[] = [
  {
    ...{ of: OF_THE_RADIO!, by: 'supporter1', daysAgo: 1.6 },
    ...{ name: 'Guía para recuperar un correo', url: 'https://guias.example/correo/recuperar' },
  },
  {
    ...{ of: OF_THE_RADIO!, by: OF_THE_RADIO!.by, daysAgo: 1.45 },
    ...{ name: 'Carpeta de la radio', url: 'https://carpetas.example/radio-comunitaria' },
  },
];

const afternoons = (from: number, to: number, weekdays: readonly number[]) =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

/** The hours in which supporters offer calls, by handle. */
export const DEMO_CALL_HOURS = {
  supporter1: {
    ...{ zone: 'America/Lima', shownZone: 'America/Lima' },
    ...{ weekly: afternoons(14, 18, [1, 2, 4]), exceptions: [] },
    languages: ['language:es', 'language:en'],
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 3 },
  },
  supporter2: {
    ...{ zone: 'America/Sao_Paulo', shownZone: 'America/Sao_Paulo' },
    ...{ weekly: afternoons(9, 12, [1, 2, 3, 4, 5]), exceptions: [] },
    languages: ['language:pt', 'language:es'],
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 4 },
  },
};

/** A call that its requester booked. */
export const DEMO_CALL = {
  of: DEMO_SUPPORT_REQUESTS[0]!,
  by: 'member1',
  zone: 'America/Mexico_City',
  daysAgo: 1,
};

/** The recovery phrase of the request without an account. */
export const DEMO_CASE_PHRASE = `${'ábaco '.repeat(11)}abierto`;
/** A member who interprets calls, and their hours. */
export const DEMO_INTERPRETER = {
  by: 'davi',
  name: 'Davi',
  hours: {
    ...{ zone: 'America/Sao_Paulo', shownZone: 'America/Sao_Paulo' },
    languages: ['language:es', 'language:pt'],
    ...{ weekly: afternoons(13, 19, [1, 2, 3, 4, 5]), exceptions: [] },
    ...{ bufferMinutes: 15, noticeHours: 12, horizonDays: 21, dailyLimit: 2 },
  },
};

/** A call that the interpreter interprets. */
export const DEMO_INTERPRETED_CALL = {
  of: DEMO_SUPPORT_REQUESTS.at(-1)!,
  by: 'member2',
  zone: 'America/Sao_Paulo',
  daysAgo: 1,
};
