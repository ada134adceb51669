import type { Language } from '#kernel/language.js';

/**
 * Every mail that Trama sends. No mail names a person, a group or an event, because other people may read the mailbox.
 */
export type MailTemplate = 'news' | 'setUp' | 'confirmAddress' | 'keepAddress' | 'resetPassword';

interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
  /** Text above a second link, to the settings for notifications. */
  readonly choice?: string;
}

export const MAIL_TEMPLATES: Record<MailTemplate, Record<Language, Words>> = {
  news: {
    es: {
      subject: 'Hay novedades',
      lines: ['Hay novedades para ti. Entra para verlas:'],
      choice: 'Elige cuándo te escribimos:',
    },
    pt: {
      subject: 'Há novidades',
      lines: ['Há novidades para você. Entre para ver:'],
      choice: 'Escolha quando escrevemos para você:',
    },
    en: {
      subject: 'Something new for you',
      lines: ['There is something new for you. Sign in to see it:'],
      choice: 'Choose when we email you:',
    },
  },
  setUp: {
    es: {
      subject: 'Termina de preparar tu cuenta',
      lines: [
        'Abre este enlace para elegir tu nombre y tu contraseña. Sirve una vez, durante 72 horas:',
      ],
    },
    pt: {
      subject: 'Termine de preparar sua conta',
      lines: ['Abra este link para escolher seu nome e sua senha. Vale uma vez, por 72 horas:'],
    },
    en: {
      subject: 'Finish setting up your account',
      lines: ['Open this link to choose your name and password. It works once, for 72 hours:'],
    },
  },
  confirmAddress: {
    es: {
      subject: 'Confirma tu correo',
      lines: [
        'Abre este enlace para confirmar que este correo es tuyo. Sirve una vez, durante 72 horas:',
      ],
    },
    pt: {
      subject: 'Confirme seu e-mail',
      lines: ['Abra este link para confirmar que este e-mail é seu. Vale uma vez, por 72 horas:'],
    },
    en: {
      subject: 'Confirm your address',
      lines: ['Open this link to confirm that this address is yours. It works once, for 72 hours:'],
    },
  },
  keepAddress: {
    es: {
      subject: 'Cambio de correo',
      lines: [
        'Alguien con tu contraseña pidió usar otro correo en lugar de este. Si no fuiste tú, abre este enlace para conservarlo. Sirve durante 72 horas:',
        'Si fuiste tú, no hagas nada.',
      ],
    },
    pt: {
      subject: 'Troca de e-mail',
      lines: [
        'Alguém com sua senha pediu para usar outro e-mail no lugar deste. Se não foi você, abra este link para mantê-lo. Vale por 72 horas:',
        'Se foi você, não faça nada.',
      ],
    },
    en: {
      subject: 'Change of email',
      lines: [
        'Someone with your password asked to use another email instead of this one. If it was not you, open this link to keep it. It works for 72 hours:',
        'If it was you, do nothing.',
      ],
    },
  },
  resetPassword: {
    es: {
      subject: 'Elige otra contraseña',
      lines: [
        'Alguien pidió cambiar la contraseña con este correo. Si fuiste tú, abre este enlace. Sirve una vez, durante una hora:',
        'Si no fuiste tú, no hagas nada: todo sigue igual.',
      ],
    },
    pt: {
      subject: 'Escolha outra senha',
      lines: [
        'Alguém pediu para trocar a senha com este e-mail. Se foi você, abra este link. Vale uma vez, por uma hora:',
        'Se não foi você, não faça nada: tudo continua igual.',
      ],
    },
    en: {
      subject: 'Choose another password',
      lines: [
        'Somebody asked to change the password with this address. If it was you, open this link. It works once, for an hour:',
        'If it was not you, do nothing: everything stays as it is.',
      ],
    },
  },
};

/** The page of notification settings; a reader without a session signs in first. */
const CHOICES = '/app/me/notifications';

/** Returns the plain text of a mail: first line, link, rest. */
export function mailTextOf(
  template: MailTemplate,
  language: Language,
  { origin, path }: { origin: string; path: string },
): string {
  const { lines, choice } = MAIL_TEMPLATES[template][language];
  const [first, ...rest] = lines;
  const chosen = choice ? ['', choice, `${origin}${CHOICES}`] : [];
  const url = `${origin}${path}`;
  return [first, '', url, ...rest.flatMap((line) => ['', line]), ...chosen, '', 'Trama', ''].join(
    '\n',
  );
}
