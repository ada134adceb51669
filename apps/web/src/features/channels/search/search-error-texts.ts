import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'search.tooMany': msg`Buscaste muchas veces seguidas. Espera un momento.`,
  'search.busy': msg`Hay muchas búsquedas a la vez. Inténtalo en un momento.`,
  'search.tooHeavy': msg`Esa búsqueda es demasiado amplia. Agrega una palabra, un canal o fechas.`,
});
