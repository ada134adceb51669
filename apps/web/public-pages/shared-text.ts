import type { Language } from './language.js';

/** Text shared by all public pages. Each page has its own text in its own file. */
export interface SharedText {
  shortcuts: string;
  skip: string;
  home: string;
  languages: string;
  exit: string;
  footer: string;
  /** Label before the name of the operator. */
  runBy: string;
  contact: string;
  runByNobody: string;
  /** Label before the address to which people can write. */
  writeTo: string;
  writeToNobody: string;
  foot: string;
  safety: string;
  support: string;
  emergency: string;
  join: string;
  signIn: string;
  back: string;
  demo: string;
  errorTitle: string;
  errorLead: string;
}

export const SHARED_TEXT: Record<Language, SharedText> = {
  es: {
    shortcuts: 'Atajos',
    skip: 'Ir al contenido',
    home: 'Trama, inicio',
    languages: 'Idioma',
    exit: 'Salir rápido',
    footer: 'Sin rastreadores, sin anuncios, sin cookies de terceros.',
    runBy: 'Responsable de este sitio:',
    contact: 'Contacto',
    runByNobody: 'Todavía no se indica quién es responsable de este sitio ni cómo contactarle.',
    writeTo: 'Escribe a',
    writeToNobody:
      'Por ahora no se puede pedir aquí: este sitio todavía no tiene una dirección de contacto.',
    foot: 'Pie',
    safety: 'Seguridad',
    support: 'Apoyo',
    emergency: 'En peligro ahora',
    join: 'Postular',
    signIn: 'Entrar',
    back: 'Volver',
    demo: 'Datos ficticios: esta es una demostración',
    errorTitle: 'Error',
    errorLead: 'Falta poco',
  },
  pt: {
    shortcuts: 'Atalhos',
    skip: 'Ir para o conteúdo',
    home: 'Trama, início',
    languages: 'Idioma',
    exit: 'Sair rápido',
    footer: 'Sem rastreadores, sem anúncios, sem cookies de terceiros.',
    runBy: 'Este site é mantido por',
    contact: 'Contato',
    runByNobody: 'Quem mantém este site ainda não deixou aqui seu nome nem seu contato.',
    writeTo: 'Escreva para',
    writeToNobody:
      'Por enquanto não dá para pedir aqui: este site ainda não tem um endereço de contato.',
    foot: 'Rodapé',
    safety: 'Segurança',
    support: 'Apoio',
    emergency: 'Em perigo agora',
    join: 'Candidatar-se',
    signIn: 'Entrar',
    back: 'Voltar',
    demo: 'Dados fictícios: isto é uma demonstração',
    errorTitle: 'Erro',
    errorLead: 'Falta pouco',
  },
  en: {
    shortcuts: 'Shortcuts',
    skip: 'Skip to content',
    home: 'Trama, home',
    languages: 'Language',
    exit: 'Leave quickly',
    footer: 'No trackers, no ads, no third-party cookies.',
    runBy: 'This site is run by',
    contact: 'Contact',
    runByNobody: 'The people who run this site have not left their name or contact here yet.',
    writeTo: 'Write to',
    writeToNobody: 'You can’t ask here yet: this site has no contact address so far.',
    foot: 'Footer',
    safety: 'Safety',
    support: 'Support',
    emergency: 'In danger now',
    join: 'Apply',
    signIn: 'Sign in',
    back: 'Back',
    demo: 'Fictional data: this is a demonstration',
    errorTitle: 'Error',
    errorLead: 'Almost there',
  },
};
