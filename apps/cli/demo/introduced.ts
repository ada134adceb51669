import { ask, askThrough, type DemoIntroduction } from './introduction.js';

/** Requests through an introducer: one was passed on, one still waits. */
export const INTRODUCED: readonly DemoIntroduction[] = [
  askThrough(
    'benicio',
    true,
    ask(
      'marlene',
      'member2',
      4,
      'waiting',
      'O Benício diz que você guarda histórias de bairro. O nosso jornal mural também. Conversamos?',
    ),
  ),
  askThrough(
    'member1',
    false,
    ask(
      'rumi',
      'itzel',
      2,
      'waiting',
      'Quiero grabar saludos en maya para una verificación. ¿Me cuentas cómo los piensas tú?',
    ),
  ),
];
