import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.callTimeTaken': msg`Ese horario ya no está libre. Elige otro.`,
  'support.callBooked': msg`Ya tienes una llamada reservada. Puedes cambiar su hora o cancelarla.`,
  'support.callBegan': msg`La llamada ya empezó, así que no se puede cambiar ni cancelar.`,
  'support.callNotBegun': msg`La llamada todavía no empieza.`,
  'support.noCall': msg`No hay una llamada reservada.`,
  'support.callNotYet': msg`Los horarios aparecen aquí cuando una persona acepta el pedido.`,
  'support.lookedOften': msg`En las últimas 24 horas buscaste horarios muchas veces. Podrás buscar otra vez más tarde.`,
  'support.needsInterpreter': msg`Antes, quien pidió apoyo acepta a una persona que interprete.`,
  'support.interpreterGone': msg`Esa persona ya no puede interpretar. Mira quién puede ahora.`,
  'support.interpreterNameTaken': msg`Otra persona ya usa ese nombre. Elige otro.`,
  'support.requesterChooses': msg`Solo quien pidió apoyo elige a la persona que interpreta.`,
  'support.noInterpreter': msg`Primero escribe tu nombre como intérprete.`,
  noHttps: msg`El enlace tiene que empezar con https:// y no llevar usuario ni contraseña.`,
  overlap: msg`Dos horarios del mismo día se superponen. Cambia uno.`,
  tooShort: msg`Cada horario tiene que durar al menos 40 minutos.`,
  otherTime: msg`Esa ciudad no tiene la misma hora todo el año.`,
  past: msg`Esa hora ya pasó. Elige otra.`,
});
