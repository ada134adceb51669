import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  dayOutOfRange: msg`Elige un día entre hace un año y dentro de cinco años.`,
  'support.taskChanged': msg`Otra persona del equipo cambió este pendiente mientras lo editabas. Lo que escribiste sigue aquí: míralo otra vez y, si lo guardas, reemplaza lo suyo.`,
  'support.tasksFull': msg`Un caso puede tener hasta 50 pendientes. Quita alguno que ya esté hecho.`,
});
