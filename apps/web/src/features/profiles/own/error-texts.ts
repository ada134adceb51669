import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'savedSearch.full': msg`Ya guardaste 20 búsquedas. Borra alguna para guardar otra.`,
  'person.enoughToday': msg`Hay un máximo de perfiles al día para que nadie pueda copiar el directorio. Los que abriste hoy se siguen abriendo; los demás, otra vez mañana.`,
});
