import type { Language } from '#kernel/language.js';
import { NoticeKind } from './notice.entity.js';
import { ReportReason } from '../reports/report.entity.js';

type Words = Record<Language, string>;
/** Kinds of acts for which a text is suggested. */
export type DraftableNoticeKind = Exclude<NoticeKind, NoticeKind.talk>;

const GREETING: Words = {
  es: 'Hola. Te escribe moderación de Trama.',
  pt: 'Olá. Quem escreve é a moderação da Trama.',
  en: 'Hello. This is the moderation of Trama.',
};

/** Describes the act. No text discloses that a report exists or who made it. */
const DONE: Record<DraftableNoticeKind, Words> = {
  warning: {
    es: 'Te pedimos que esto no se repita. Por ahora no hay otra medida.',
    pt: 'Pedimos que isto não se repita. Por enquanto não há outra medida.',
    en: 'We ask that this does not happen again. For now nothing else follows.',
  },
  contentRemoved: {
    es: 'Quitamos algo que escribiste. Tu cuenta sigue igual.',
    pt: 'Retiramos algo que você escreveu. Sua conta continua igual.',
    en: 'We took away something that you wrote. Your account stays as it was.',
  },
  suspension: {
    es: 'Tu cuenta queda en pausa hasta la fecha que ves arriba. Después vuelves a entrar como antes.',
    pt: 'Sua conta fica em pausa até a data que aparece acima. Depois você volta a entrar como antes.',
    en: 'Your account is paused until the date above. After that you come in as before.',
  },
  separation: {
    es: 'Desde hoy tú y otra persona no se encuentran en Trama: ni en listas, ni en grupos, ni en canales. Si compartían grupos, abajo dice cuáles dejas.',
    pt: 'A partir de hoje você e outra pessoa não se encontram na Trama: nem em listas, nem em grupos, nem em canais. Se tinham grupos em comum, abaixo diz quais você deixa.',
    en: 'From today you and another person do not meet in Trama: not in lists, groups or channels. If you shared groups, below it says which ones you leave.',
  },
  removal: {
    es: 'Tu cuenta deja de ser parte de Trama. Durante 20 días puedes entrar para apelar, descargar tus datos o borrarla.',
    pt: 'Sua conta deixa de fazer parte da Trama. Durante 20 dias você pode entrar para recorrer, baixar seus dados ou apagá-la.',
    en: 'Your account is no longer part of Trama. For 20 days you can sign in to appeal, download your data or delete it.',
  },
  lifted: {
    es: 'Revisamos la medida y la quitamos. Lamentamos lo que causó.',
    pt: 'Revimos a medida e a retiramos. Lamentamos o que ela causou.',
    en: 'We looked at it again and took it back. We are sorry for what it caused.',
  },
  upheld: {
    es: 'Otra persona de moderación revisó la medida, y se mantiene.',
    pt: 'Outra pessoa da moderação reviu a medida, e ela continua.',
    en: 'Somebody else who moderates looked at it again, and it stands.',
  },
};

/** Describes the reason, by reason class. */
const WHY: Record<ReportReason, Words> = {
  harassment: {
    es: 'Insistir o acosar a alguien no cabe en los acuerdos de Trama.',
    pt: 'Insistir ou assediar alguém não cabe nos acordos da Trama.',
    en: 'Insisting or harassing somebody has no place in the agreements of Trama.',
  },
  threat: {
    es: 'Amenazar a alguien o ponerle en peligro no cabe en los acuerdos de Trama.',
    pt: 'Ameaçar alguém ou colocar em perigo não cabe nos acordos da Trama.',
    en: 'Threatening somebody or putting them in danger has no place in the agreements of Trama.',
  },
  hate: {
    es: 'Las palabras de odio o que discriminan no caben en los acuerdos de Trama.',
    pt: 'Palavras de ódio ou que discriminam não cabem nos acordos da Trama.',
    en: 'Words of hate or discrimination have no place in the agreements of Trama.',
  },
  exposure: {
    es: 'Mostrar datos de alguien sin su permiso no cabe en los acuerdos de Trama.',
    pt: 'Mostrar dados de alguém sem permissão não cabe nos acordos da Trama.',
    en: 'Showing data of somebody without their leave has no place in the agreements of Trama.',
  },
  impersonation: {
    es: 'Hacerse pasar por otra persona no cabe en los acuerdos de Trama.',
    pt: 'Passar-se por outra pessoa não cabe nos acordos da Trama.',
    en: 'Pretending to be somebody else has no place in the agreements of Trama.',
  },
  spam: {
    es: 'La propaganda y los engaños no caben en los acuerdos de Trama.',
    pt: 'Propaganda e enganos não cabem nos acordos da Trama.',
    en: 'Advertising and deceit have no place in the agreements of Trama.',
  },
  other: {
    es: 'Algo de lo que pasó no cabe en los acuerdos de Trama.',
    pt: 'Algo do que aconteceu não cabe nos acordos da Trama.',
    en: 'Something that happened has no place in the agreements of Trama.',
  },
};

const AGAIN = new Set<DraftableNoticeKind>([NoticeKind.lifted, NoticeKind.upheld]);

/** Suggests the text of a notice, in the recipient's language. The moderator may change it. */
export const draftNoticeText = (
  kind: DraftableNoticeKind,
  reason: ReportReason,
  language: Language,
): string =>
  [GREETING, ...(AGAIN.has(kind) ? [] : [WHY[reason]]), DONE[kind]]
    .map((words) => words[language])
    .join(' ');

/** The text for the reporter of a separated pair. It omits the reason, which concerns the other member. */
export const separationNoticeTextForReporter = (
  kind: 'separation' | 'lifted',
  language: Language,
): string => [GREETING, DONE[kind]].map((words) => words[language]).join(' ');
