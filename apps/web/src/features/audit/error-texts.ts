import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'twoPerson.own': msg`Esto lo pediste tú: falta que otra persona lo apruebe.`,
  'twoPerson.aboutYou': msg`No puedes pedir esto sobre tu propia cuenta.`,
  'twoPerson.waiting': msg`Ya hay un pedido igual en espera.`,
  'twoPerson.changed': msg`Cambió mientras lo leías. Lee cómo quedó antes de aprobar.`,
  'twoPerson.decided': msg`Ya se decidió mientras tanto.`,
  'twoPerson.expired': msg`Pasó un día sin que nadie lo aprobara. Se puede pedir otra vez.`,
  'twoPerson.askerMayNot': msg`Quien lo pidió ya no puede pedirlo. No se hizo nada.`,
  'agreements.consentFirst': msg`Los acuerdos del grupo cambiaron: acéptalos primero.`,
  'sanction.askAgain': msg`En el asunto pasó algo desde que se pidió. Quien lo pidió lo retira y lo pide otra vez.`,
  'session.confirmFirst': msg`Primero confirma con tu contraseña.`,
});
