import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  passwordWrong: msg`No es tu contraseña. Prueba otra vez.`,
  wordsWrong: msg`No son las palabras de tu comprobante. Revisa el orden y que sean doce.`,
  'signIn.wait': msg`Hubo muchos intentos seguidos. Espera un rato y prueba otra vez.`,
  'signIn.busy': msg`Hay mucha gente entrando a la vez. Prueba otra vez en unos segundos.`,
  'address.tooMany': msg`Ya enviamos varios enlaces en la última hora. Espera un rato antes de pedir otro.`,
  'account.idle': msg`Tu cuenta quedó inactiva. Pide un enlace a tu correo para volver.`,
  'account.beingDeleted': msg`Ya pediste borrar tu cuenta.`,
  'account.notBeingDeleted': msg`No hay ningún pedido de borrar tu cuenta.`,
});
