import type { Language } from '../language.js';

interface EmergencyPageText {
  title: string;
  /** Shown only above lines. */
  lead: string;
  choose: string;
  everywhere: string;
  wholeRegion: string;
  call: string;
  copy: string;
  copied: string;
  /** Before the day of the earliest review. */
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
    title: 'En peligro ahora',
    lead: 'Puedes llamar a estos servicios. No son parte de Trama.',
    choose: 'Tu país o territorio',
    everywhere: 'Todos',
    wholeRegion: 'Para toda la región',
    call: 'Llamar',
    copy: 'Copiar número',
    copied: 'Copiado',
    reviewed: 'Cada número se revisó ese día o después:',
    privacy:
      'No guardamos registro de quién abre esta página. Sí queda en el historial de tu navegador, y la llamada, en tu teléfono.',
    empty: 'La lista todavía está vacía',
    emptyNote:
      'Todavía no hay números aquí. No esperes: busca a alguien de confianza o a una organización que conozcas. La dirección de este sitio no es de emergencia y puede tardar en responder.',
    unavailable: 'Ahora no podemos mostrar la lista',
    unavailableNote:
      'Vuelve a abrir esta página en un minuto. La dirección de abajo no es de emergencia.',
    support: 'Qué apoyo hay cuando no hay apuro',
  },
  pt: {
    title: 'Em perigo agora',
    lead: 'Você pode ligar para estes serviços. Eles não fazem parte da Trama.',
    choose: 'Seu país ou território',
    everywhere: 'Todos',
    wholeRegion: 'Para toda a região',
    call: 'Ligar',
    copy: 'Copiar número',
    copied: 'Copiado',
    reviewed: 'Cada número foi conferido neste dia ou depois:',
    privacy:
      'Não guardamos registro de quem abre esta página. Mas ela fica no histórico do seu navegador, e a ligação, no seu celular.',
    empty: 'A lista ainda está vazia',
    emptyNote:
      'Ainda não há números aqui. Não espere: procure alguém de confiança ou uma organização que você conheça. O endereço deste site não é de emergência e a resposta pode demorar.',
    unavailable: 'Não conseguimos mostrar a lista agora',
    unavailableNote:
      'Abra esta página de novo em um minuto. O endereço abaixo não é de emergência.',
    support: 'Que apoio existe quando não há urgência',
  },
  en: {
    title: 'In danger now',
    lead: 'You can call these services. They are not part of Trama.',
    choose: 'Your country or territory',
    everywhere: 'All',
    wholeRegion: 'For the whole region',
    call: 'Call',
    copy: 'Copy number',
    copied: 'Copied',
    reviewed: 'Every number was checked on this day or later:',
    privacy:
      'We keep no record of who opens this page. It does stay in your browser history, and the call on your phone.',
    empty: 'The list is still empty',
    emptyNote:
      'There are no numbers here yet. Don’t wait: reach someone you trust or an organisation you know. This site’s address is not an emergency contact, and a reply may take time.',
    unavailable: 'We cannot show the list right now',
    unavailableNote:
      'Open this page again in a minute. The address below is not an emergency contact.',
    support: 'What support there is when it can wait',
  },
};
