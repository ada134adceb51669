import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'support.changedOften': msg`Hiciste muchos cambios hoy. Podrás hacer más en unas horas. Mientras tanto puedes retirar o borrar el pedido.`,
  'support.ended': msg`Este pedido ya terminó.`,
});
