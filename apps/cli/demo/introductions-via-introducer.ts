import {
  createIntroduction,
  createIntroductionVia,
  type DemoIntroduction,
} from './introduction.js';

/** Requests through an introducer: one was passed on, one still waits. */
export const INTRODUCTIONS_VIA_INTRODUCER: readonly DemoIntroduction[] = [
  createIntroductionVia(
    'benicio',
    true,
    createIntroduction(
      'marlene',
      'member2',
      4,
      'waiting',
      'O Benício diz que você guarda histórias de bairro. O nosso jornal mural também. Conversamos?',
    ),
  ),
  createIntroductionVia(
    'member1',
    false,
    createIntroduction(
      'rumi',
      'itzel',
      2,
      'waiting',
      'Quiero grabar saludos en maya para una verificación. ¿Me cuentas cómo los piensas tú?',
    ),
  ),
];
