import type { Language } from '../language.js';

interface EmergencyPageText {
  title: string;
  lead: string;
  choose: string;
  everywhere: string;
  wholeRegion: string;
  call: string;
  copy: string;
  copied: string;
  /** Before the day of the last review. */
  reviewed: string;
  privacy: string;
  empty: string;
  emptyNote: string;
  /** Shown instead if the server could not load the list. */
  unavailable: string;
  unavailableNote: string;
  support: string;
}

export const EMERGENCY_TEXT: Record<Language, EmergencyPageText> = {
  es: {
    title: 'Peligro ahora',
    lead: 'Llama primero. Estos servicios no son parte de Trama.',
    choose: 'Tu país o territorio',
    everywhere: 'Todos',
    wholeRegion: 'Para toda la región',
    call: 'Llamar',
    copy: 'Copiar número',
    copied: 'Copiado',
    reviewed: 'La lista se revisó por última vez el',
    privacy: 'No guardamos registro de quién la abre.',
    empty: 'La lista todavía está vacía',
    emptyNote: 'Quienes cuidan este sitio todavía no pusieron ningún número.',
    unavailable: 'Ahora no podemos mostrar la lista',
    unavailableNote: 'Vuelve a abrir esta página en un minuto.',
    support: 'Qué apoyo hay cuando no hay apuro',
  },
  pt: {
    title: 'Perigo agora',
    lead: 'Ligue primeiro. Estes serviços não fazem parte da Trama.',
    choose: 'Seu país ou território',
    everywhere: 'Todos',
    wholeRegion: 'Para toda a região',
    call: 'Ligar',
    copy: 'Copiar número',
    copied: 'Copiado',
    reviewed: 'A lista foi revisada pela última vez em',
    privacy: 'Não guardamos registro de quem abre a lista.',
    empty: 'A lista ainda está vazia',
    emptyNote: 'Quem cuida deste site ainda não colocou nenhum número.',
    unavailable: 'Não conseguimos mostrar a lista agora',
    unavailableNote: 'Abra esta página de novo em um minuto.',
    support: 'Que apoio existe quando não há urgência',
  },
  en: {
    title: 'In danger now',
    lead: 'Call first. These services are not part of Trama.',
    choose: 'Your country or territory',
    everywhere: 'All',
    wholeRegion: 'For the whole region',
    call: 'Call',
    copy: 'Copy number',
    copied: 'Copied',
    reviewed: 'The list was last reviewed on',
    privacy: 'We keep no record of who opens it.',
    empty: 'The list is still empty',
    emptyNote: 'The people who look after this site have not added any number yet.',
    unavailable: 'We cannot show the list right now',
    unavailableNote: 'Open this page again in a minute.',
    support: 'What support there is when it can wait',
  },
};
