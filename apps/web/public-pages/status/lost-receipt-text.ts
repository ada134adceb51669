import { JOIN_TEXT } from '../join/join-text.js';
import type { Language } from '../language.js';

interface Line {
  text: string;
  /** Link to the next page; the path comes after the language prefix. */
  link?: { label: string; path: '/join/status' | '/sign-in' | '/forgot' | '/join' };
}

interface LostReceiptWords {
  title: string;
  lead: string;
  parts: readonly { title: string; lines: readonly Line[] }[];
}

/** Every sentence must be true of the running product: people base decisions on it. */
export const LOST_RECEIPT_TEXT: Record<Language, LostReceiptWords> = {
  es: {
    title: 'Perdí mi comprobante',
    lead: 'Las doce palabras se mostraron una sola vez y nadie tiene una copia. Muchas veces hay otra manera de volver.',
    parts: [
      {
        title: 'Prueba esto primero',
        lines: [
          {
            text: 'Abre tu postulación en el mismo dispositivo y el mismo navegador con que la enviaste. Si la miraste ahí en los últimos 14 días, es posible que siga abierta.',
            link: { label: 'Ver si sigue abierta', path: '/join/status' },
          },
          {
            text: `Busca el archivo «${JOIN_TEXT.es.receipt.file}» en tus descargas, una foto, una captura o el papel donde las anotaste.`,
          },
          {
            text: 'Si dejaste un correo, lo confirmaste y elegiste una contraseña, no necesitas las palabras.',
            link: { label: 'Entrar con correo y contraseña', path: '/sign-in' },
          },
          {
            text: 'Si confirmaste un correo pero no tienes contraseña, o no la recuerdas, pide un enlace para elegir una.',
            link: { label: 'Pedir un enlace', path: '/forgot' },
          },
        ],
      },
      {
        title: 'Si nada de eso funciona',
        lines: [
          {
            text: 'Tu postulación sigue su camino: la leen y la deciden igual. Pero no podrás ver la respuesta, contestar preguntas, apelar ni retirarla.',
          },
          {
            text: 'Puedes postular otra vez. Cuenta ahí que perdiste el comprobante y más o menos cuándo postulaste, para que se entienda por qué hay dos.',
            link: { label: 'Postular otra vez', path: '/join' },
          },
          {
            text: 'Los avales no pasan de una postulación a otra: la nueva tiene un código nuevo para quienes te avalan. Una invitación ya usada tampoco sirve: pide otra.',
          },
          { text: 'Las respuestas de la anterior se destruyen 14 días después de que se decida.' },
        ],
      },
      {
        title: 'Lo que nadie puede hacer',
        lines: [
          {
            text: 'Devolverte las palabras. Guardamos una huella que solo sirve para comprobarlas: con ella no se pueden recuperar las palabras.',
          },
          {
            text: 'Abrir tu postulación solo porque das tu nombre. Eso también te protege de quien se haga pasar por ti.',
          },
          {
            text: 'Borrarla o cambiarla porque alguien lo pida. No mandes tus respuestas por correo a nadie: no hace falta.',
          },
        ],
      },
    ],
  },
  pt: {
    title: 'Perdi meu comprovante',
    lead: 'As doze palavras apareceram uma única vez e ninguém tem uma cópia. Muitas vezes há outro jeito de voltar.',
    parts: [
      {
        title: 'Tente isto primeiro',
        lines: [
          {
            text: 'Abra sua candidatura no mesmo aparelho e no mesmo navegador em que a enviou. Se você a viu ali nos últimos 14 dias, talvez ela ainda esteja aberta.',
            link: { label: 'Ver se ainda está aberta', path: '/join/status' },
          },
          {
            text: `Procure o arquivo «${JOIN_TEXT.pt.receipt.file}» nos seus downloads, uma foto, uma captura de tela ou o papel onde anotou.`,
          },
          {
            text: 'Se você deixou um e-mail, confirmou e escolheu uma senha, não precisa das palavras.',
            link: { label: 'Entrar com e-mail e senha', path: '/sign-in' },
          },
          {
            text: 'Se confirmou um e-mail mas não tem senha, ou esqueceu, peça um link para escolher uma.',
            link: { label: 'Pedir um link', path: '/forgot' },
          },
        ],
      },
      {
        title: 'Se nada disso funcionar',
        lines: [
          {
            text: 'Sua candidatura segue o caminho dela: vai ser lida e decidida do mesmo jeito. Mas você não poderá ver a resposta, responder perguntas, recorrer nem retirá-la.',
          },
          {
            text: 'Você pode se candidatar de novo. Conte ali que perdeu o comprovante e mais ou menos quando se candidatou, para que se entenda por que há duas.',
            link: { label: 'Candidatar-se de novo', path: '/join' },
          },
          {
            text: 'Os avais não passam de uma candidatura para outra: a nova tem um código novo para quem avaliza você. Um convite já usado também não serve: peça outro.',
          },
          { text: 'As respostas da anterior são destruídas 14 dias depois da decisão.' },
        ],
      },
      {
        title: 'O que ninguém pode fazer',
        lines: [
          {
            text: 'Devolver as palavras. Guardamos um código que só serve para conferi-las: com ele não dá para recuperar as palavras.',
          },
          {
            text: 'Abrir sua candidatura só porque você informa seu nome. Isso também protege você de quem se passar por você.',
          },
          {
            text: 'Apagar ou mudar a candidatura a pedido. Não mande suas respostas por e-mail a ninguém: não é preciso.',
          },
        ],
      },
    ],
  },
  en: {
    title: 'I lost my receipt',
    lead: 'The twelve words were shown only once, and nobody has a copy. There is often another way back in.',
    parts: [
      {
        title: 'Try this first',
        lines: [
          {
            text: 'Open your application on the same device and in the same browser you applied with. If you looked at it there in the last 14 days, it may still be open.',
            link: { label: 'See if it is still open', path: '/join/status' },
          },
          {
            text: `Look for the file “${JOIN_TEXT.en.receipt.file}” in your downloads, a photo, a screenshot, or the paper you wrote them on.`,
          },
          {
            text: 'If you gave an email, confirmed it and chose a password, you don’t need the words.',
            link: { label: 'Sign in with email and password', path: '/sign-in' },
          },
          {
            text: 'If you confirmed an email but have no password, or forgot it, ask for a link to choose one.',
            link: { label: 'Ask for a link', path: '/forgot' },
          },
        ],
      },
      {
        title: 'If none of that works',
        lines: [
          {
            text: 'Your application goes on: it will still be read and decided. But you won’t be able to see the answer, reply to questions, appeal or withdraw it.',
          },
          {
            text: 'You can apply again. Say that you lost the receipt and roughly when you applied, so that readers understand why there are two.',
            link: { label: 'Apply again', path: '/join' },
          },
          {
            text: 'Vouches don’t carry over: the new application has a new code for the people who vouch for you. An invitation that was used doesn’t work again either, so ask for another.',
          },
          { text: 'The answers in the old one are destroyed 14 days after it is decided.' },
        ],
      },
      {
        title: 'What nobody can do',
        lines: [
          {
            text: 'Give you the words back. We keep a fingerprint that can check them, and the words can’t be read from it.',
          },
          {
            text: 'Open your application just because you give your name. This also protects you from anyone pretending to be you.',
          },
          {
            text: 'Delete or change it on request. Don’t email your answers to anyone: nobody needs them.',
          },
        ],
      },
    ],
  },
};
