import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type { CombinedError } from 'urql';

export type ErrorCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_MANY'
  | 'INTERNAL'
  | 'OFFLINE';

/** Error code and details of a refused request. A request without a response has the code OFFLINE. */
export interface RequestProblem {
  readonly code: ErrorCode;
  /** Message key of the server. */
  readonly reason?: string | undefined;
  /** For INVALID: error keys by input name. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number | undefined;
}

const CODES: Record<ErrorCode, MessageDescriptor> = {
  NOT_FOUND: msg`No lo encontramos. Puede que ya no exista o que no tengas acceso.`,
  FORBIDDEN: msg`Eso no se puede hacer con tu cuenta.`,
  UNAUTHENTICATED: msg`Tu sesión terminó. Entra de nuevo.`,
  INVALID: msg`Revisa lo que escribiste.`,
  CONFLICT: msg`Alguien lo cambió mientras tanto. Mira cómo quedó.`,
  TOO_MANY: msg`Son muchas veces seguidas. Espera un poco y prueba otra vez.`,
  INTERNAL: msg`Algo falló de nuestro lado. Prueba otra vez en un momento.`,
  OFFLINE: msg`Sin conexión. Lo que escribiste sigue aquí.`,
};

/** Text for errors that occur only if page and server have different versions. */
const UNLIKE = msg`Esta página no es de la misma versión que el servidor. Copia lo que escribiste y vuelve a cargarla.`;

/** Error messages by the server's reason or field key. Features add theirs with `registerErrorTexts`. */
const REASONS: Record<string, MessageDescriptor> = {
  blank: msg`Completa este campo.`,
  missing: msg`Completa este campo.`,
  arrayMinSize: msg`Marca al menos una.`,
  mixedScripts: msg`Usa letras de un solo alfabeto.`,
  tooLong: msg`Es demasiado largo.`,
  maxLength: msg`Es demasiado largo.`,
  tooMany: msg`Son demasiados.`,
  arrayMaxSize: msg`Son demasiados.`,
  unknownTerm: msg`Elige de la lista.`,
  isEnum: msg`Elige de la lista.`,
  isIn: msg`Elige de la lista.`,
  arrayUnique: msg`Algo está dos veces.`,
  isEmail: msg`Así no se puede leer. Revisa cómo está escrito.`,
  malformed: msg`Así no se puede leer. Revisa cómo está escrito.`,
  isInt: msg`Escribe un número entero.`,
  range: msg`Ese número no está entre los posibles.`,
  min: msg`Ese número no está entre los posibles.`,
  max: msg`Ese número no está entre los posibles.`,
  'door.notForYou': CODES.FORBIDDEN,
  'policy.refused': CODES.FORBIDDEN,
  'group.archived': msg`El grupo está archivado: se puede leer, pero ya no se escribe ni se cambia.`,
  'document.again': CODES.TOO_MANY,
  'server.away': CODES.INTERNAL,
  'session.otherAccount': msg`Este navegador entró con otra cuenta: la página se abre otra vez con ella.`,
  'quota.used': msg`Llegaste al límite de treinta días. Está para que nadie reciba demasiados pedidos.`,
  'page.cursor': msg`La lista cambió. Ábrela otra vez desde el principio.`,
  'page.size': msg`La lista cambió. Ábrela otra vez desde el principio.`,
  document: UNLIKE,
  invalid: UNLIKE,
  whitelistValidation: UNLIKE,
  isArray: UNLIKE,
  isBoolean: UNLIKE,
  isString: UNLIKE,
  isUuid: UNLIKE,
  notText: UNLIKE,
  notTerms: UNLIKE,
  notWithAnswers: UNLIKE,
  notForGroups: UNLIKE,
  goesWithName: UNLIKE,
  unknownColour: UNLIKE,
};

/** Whether the browser's session belongs to another account than the page. */
export const isOtherAccount = ({ reason }: RequestProblem): boolean =>
  reason === 'session.otherAccount';

const PASSING: readonly ErrorCode[] = ['OFFLINE', 'INTERNAL', 'TOO_MANY', 'UNAUTHENTICATED'];

/** Whether the request stays refused until a person acts, so that a retry changes nothing. */
const isFinal = ({ reason = '' }: RequestProblem): boolean => reason.startsWith('support.');

/** Whether the error is temporary, so that a queued item stays in the queue. */
export const isTemporary = (problem: RequestProblem): boolean =>
  (PASSING.includes(problem.code) && !isFinal(problem)) || isOtherAccount(problem);

/** Reads the error from the body of a response of a REST route. */
export const problemFromBody = (answer: Partial<RequestProblem>): RequestProblem => ({
  code: 'INTERNAL',
  ...answer,
  fields: answer.fields ?? {},
});

/** Registers a feature's messages for its reason keys. */
export function registerErrorTexts(reasons: Record<string, MessageDescriptor>): void {
  Object.assign(REASONS, reasons);
}

/** Returns the first error of a urql result; undefined if there is none. */
export function requestProblemOf(error: CombinedError | undefined): RequestProblem | undefined {
  if (!error) return undefined;
  const extensions = error.graphQLErrors[0]?.extensions;
  if (!extensions) return { code: 'OFFLINE', fields: {} };
  const { code, reason, fields, retryAfterSeconds } = extensions as Partial<RequestProblem>;
  return {
    code: isCode(code) ? code : 'INTERNAL',
    reason,
    fields: fields ?? {},
    retryAfterSeconds,
  };
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in CODES;
}

/** Waiting time from which a message names the date and time of the next attempt. */
const MIN_SECONDS_TO_NAME_TIME = 120;
const MINUTE_MS = 60_000;

/** Error message for people, in the language of the page. */
export function problemText({ code, reason, retryAfterSeconds = 0 }: RequestProblem): string {
  const why = i18n._((reason && REASONS[reason]) || CODES[code]);
  if (retryAfterSeconds < MIN_SECONDS_TO_NAME_TIME) return why;
  // Rounded up, because the text names no seconds.
  const at = Math.ceil((Date.now() + retryAfterSeconds * 1_000) / MINUTE_MS) * MINUTE_MS;
  const when = i18n.date(at, { dateStyle: 'long', timeStyle: 'short' });
  return `${why} ${i18n._(msg`Podrás intentarlo de nuevo a partir del ${when}.`)}`;
}

/** Error message for an input: the message of its key, else the general message for `INVALID`. */
export function fieldProblemText(key: string): string {
  return i18n._(REASONS[key] ?? CODES.INVALID);
}
