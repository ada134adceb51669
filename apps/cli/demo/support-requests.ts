/** How far a request for support has come. */
export type DemoSupportEnd =
  'waiting' | 'claimed' | 'accepted' | 'declined' | 'duplicate' | 'closed' | 'withdrawn';

/** A request for support by a person of the demo world. All texts are fictional. */
export interface DemoSupportRequest {
  readonly by: string;
  readonly kind: 'technology' | 'project' | 'community' | 'data' | 'care' | 'archive' | 'unsure';
  readonly danger: 'yes' | 'unknown' | 'no';
  readonly languages: readonly string[];
  readonly goal: string;
  readonly tried: string;
  readonly safeWay: string;
  readonly beneficiary?: 'requester' | 'group' | 'other';
  readonly beneficiaryNote?: string;
  readonly daysAgo: number;
  readonly end: DemoSupportEnd;
  /** The handle of the supporter who claimed it; undefined while it waits, and if it was withdrawn. */
  readonly takenBy?: string;
  /** A question of the supporter before the answer, and what the requester answered, if they did. */
  readonly question?: string;
  readonly answer?: string;
  /** The words of the supporter who accepted or declined. */
  readonly words?: string;
  readonly closing?: string;
  readonly alternatives?: string;
  /** The handle of a supporter who must not read it. */
  readonly excluded?: string;
  /** When the requester left the case, which has been paused since. */
  readonly leftDaysAgo?: number;
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
    ...{ beneficiary: 'group', beneficiaryNote: 'Una radio con nueve voluntarias' },
    ...{ end: 'accepted', takenBy: 'supporter1' },
    question: '¿Cuántas personas entran al correo de la radio?',
    answer: 'Cuatro, y todas con la misma clave.',
    words:
      'Hola, soy Teresa. Propongo empezar por el correo de la radio: desde ahí se recuperan las demás cuentas. Te llamo el martes.',
  },
  {
    ...{ by: 'member1', kind: 'community', danger: 'no', languages: ['language:es'], daysAgo: 95 },
    goal: 'Que las promotoras de cuatro comunidades se avisen entre ellas cuando no hay red.',
    tried: 'Una lista de difusión, que se llena de cadenas.',
    safeWay: 'Por la radio, los martes',
    ...{ end: 'accepted', takenBy: 'supporter1' },
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
    ...{ end: 'claimed', takenBy: 'supporter1' },
    question: '¿Quiénes pueden abrir esa planilla hoy?',
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
    ...{ end: 'declined', takenBy: 'supporter1' },
    words: 'No damos fondos. Sí podemos revisar contigo el plan de los talleres.',
    alternatives: 'Los fondos de mujeres de tu región reciben propuestas todo el año.',
  },
  {
    ...{ by: 'member2', kind: 'community', danger: 'no', languages: ['language:pt'], daysAgo: 40 },
    goal: 'Uma lista de contatos que não se perca quando alguém troca de celular.',
    tried: 'Um caderno.',
    safeWay: 'Por mensagem na rede',
    ...{ end: 'closed', takenBy: 'supporter1' },
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
    ...{ end: 'accepted', takenBy: 'supporter1' },
    words: 'Olá. Falo espanhol; na chamada alguém interpreta, se você concordar.',
  },
  {
    ...{ by: 'steward2', kind: 'archive', danger: 'no', languages: ['language:es'], daysAgo: 12 },
    goal: 'Ordenar las actas de la cooperativa para que cualquiera encuentre un acuerdo.',
    tried: 'Una carpeta por año, y nadie sabe en cuál buscar.',
    safeWay: 'Por mensaje en la red',
    ...{ end: 'accepted', takenBy: 'supporter1' },
    words: 'Hola. Hagamos primero una lista de lo que más se busca.',
    leftDaysAgo: 4,
  },
  {
    ...{ by: 'member1', kind: 'technology', danger: 'no', languages: ['language:es'], daysAgo: 70 },
    goal: 'Que los programas de la radio se puedan escuchar después en el celular.',
    tried: 'Los subimos a una red social, y la mitad desapareció.',
    safeWay: 'Por la radio, los martes',
    ...{ end: 'closed', takenBy: 'supporter2' },
    words: 'Hola, soy Joaquín. Armemos una página sencilla donde queden los audios.',
    closing: 'La página funciona y dos personas de la radio saben subir audios. Hasta la próxima.',
  },
  {
    ...{ by: 'member1', kind: 'project', danger: 'no', languages: ['language:es'], daysAgo: 25 },
    goal: 'Comprar una antena nueva para la radio.',
    tried: 'Una rifa, que alcanzó para el cable.',
    safeWay: 'Por la radio, los martes',
    ...{ end: 'declined', takenBy: 'supporter2' },
    words: 'No pagamos equipos. Sí podemos revisar contigo qué antena hace falta.',
    alternatives:
      'Hay redes de radios comunitarias que prestan equipos. Pregunta en la de tu región.',
  },
  {
    ...{ by: 'benedita', kind: 'archive', danger: 'no', languages: ['language:pt'], daysAgo: 8 },
    goal: 'Guardar as entrevistas com as mais velhas sem que qualquer pessoa possa copiar tudo.',
    tried: 'Um disco com senha, que só eu sei abrir.',
    safeWay: 'Por mensagem na rede',
    ...{ end: 'accepted', takenBy: 'supporter2' },
    words: 'Oi, sou o Joaquín. Vamos começar por uma segunda cópia e por quem mais pode abrir.',
  },
  {
    ...{ by: 'benedita', kind: 'unsure', danger: 'no', languages: ['language:pt'], daysAgo: 1.5 },
    goal: 'Onde deixar a segunda cópia das entrevistas?',
    tried: '',
    safeWay: 'Por mensagem na rede',
    ...{ end: 'duplicate', takenBy: 'supporter2' },
  },
  {
    ...{ by: 'marlene', kind: 'technology', danger: 'no', languages: ['language:pt'] },
    daysAgo: 0.008,
    goal: 'Escolher um programa livre para organizar milhares de fotos digitalizadas.',
    tried: 'Uma planilha, que trava quando passa de mil linhas.',
    safeWay: 'Por mensagem na rede',
    ...{ end: 'claimed', takenBy: 'supporter2' },
  },
  {
    ...{ by: 'applicant1', kind: 'archive', danger: 'no', languages: ['language:es'], daysAgo: 1 },
    goal: 'Guardar un archivo sonoro en dos lenguas, que hoy está en tres computadoras.',
    tried: 'Lo copiamos a un disco, que ya está lleno.',
    safeWay: '',
    end: 'waiting',
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

export const [OF_THE_RADIO, OF_THE_PROMOTERS] = DEMO_SUPPORT_REQUESTS;
export const OF_THE_WORKSHOPS = DEMO_SUPPORT_REQUESTS.find(
  ({ kind, end }) => kind === 'project' && end === 'accepted',
)!;
const OF_THE_COOPERATIVE = DEMO_SUPPORT_REQUESTS.find(({ leftDaysAgo }) => leftDaysAgo)!;

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

/** People whom requesters added to their side of a case. */
export const DEMO_PARTNERS: readonly DemoPartner[] = [
  { of: OF_THE_RADIO!, handle: 'member2', name: 'Compañera de la radio', daysAgo: 1.5 },
  { of: OF_THE_RADIO!, handle: 'steward1', daysAgo: 0.5 },
  { of: OF_THE_COOPERATIVE, handle: 'member1', name: 'Quien cuida las actas', daysAgo: 10 },
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

/** The recovery phrase of the request without an account. */
export const DEMO_CASE_PHRASE = `${'ábaco '.repeat(11)}abierto`;
