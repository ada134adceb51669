import {
  createIntroduction,
  createIntroductionViaIntroducer,
  type DemoIntroduction,
} from './introduction.js';

/** Introduction requests through an introducer: the introducer passed one on, and another still waits. */
export const INTRODUCTIONS_VIA_INTRODUCER: readonly DemoIntroduction[] = [
  createIntroductionViaIntroducer(
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
  createIntroductionViaIntroducer(
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
