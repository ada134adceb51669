import type { Language } from '../language.js';

interface ReturnText {
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly hint: string;
  readonly open: string;
  readonly wrong: string;
  readonly wait: string;
  readonly ask: string;
  readonly applicant: string;
}

/** The texts of the page that opens a case by its recovery phrase. */
export const RETURN_TEXT: Record<Language, ReturnText> = {
  es: {
    title: 'Volver a mi pedido',
    lead: 'Escribe la frase de tu pedido. Al terminar, toca «Salir». Si no haces nada en 30 minutos, la sesión se cierra sola. Tu pedido sigue igual.',
    words: 'Tus doce palabras',
    hint: 'En orden y separadas por espacios. No importan las mayúsculas ni las tildes.',
    open: 'Abrir mi pedido',
    wrong:
      'Con esas palabras no se abre ningún pedido. Revisa que sean doce y estén en orden. Si el pedido se borró, o hiciste otra frase, esta ya no sirve.',
    wait: 'Hubo muchos intentos desde esta conexión. Espera una hora, o prueba desde otra conexión.',
    ask: 'Pedir apoyo',
    applicant: '¿Buscas tu postulación? Ábrela con tu comprobante',
  },
  pt: {
    title: 'Voltar ao meu pedido',
    lead: 'Escreva a frase do seu pedido. Ao terminar, toque em «Sair». Se você não fizer nada por 30 minutos, a sessão se encerra sozinha. Seu pedido continua igual.',
    words: 'Suas doze palavras',
    hint: 'Em ordem e separadas por espaços. Maiúsculas e acentos não importam.',
    open: 'Abrir meu pedido',
    wrong:
      'Com essas palavras nenhum pedido se abre. Confira se são doze e se estão em ordem. Se o pedido foi apagado, ou você fez outra frase, esta já não serve.',
    wait: 'Foram muitas tentativas desta conexão. Espere uma hora ou tente de outra conexão.',
    ask: 'Pedir apoio',
    applicant: 'Procura sua candidatura? Abra com seu comprovante',
  },
  en: {
    title: 'Back to my request',
    lead: 'Type your recovery phrase. Tap “Leave” when you finish. After 30 minutes without activity you’re signed out. Your request stays as it is.',
    words: 'Your twelve words',
    hint: 'In order, with spaces between them. Capitals and accents do not matter.',
    open: 'Open my request',
    wrong:
      'These words open no request. Check that there are twelve and that they are in order. If the request was deleted, or you made another phrase, this one no longer works.',
    wait: 'There were many tries from this connection. Wait an hour, or try from another connection.',
    ask: 'Ask for support',
    applicant: 'Looking for your application? Open it with your receipt',
  },
};
