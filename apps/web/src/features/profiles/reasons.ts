import { msg } from '@lingui/core/macro';
import { explain } from '../../lib/errors';

explain({
  'person.enoughToday': msg`Por hoy ya abriste muchos perfiles. Hay un máximo al día para que nadie pueda copiar el directorio. Los que abriste hoy se siguen abriendo; los demás, otra vez mañana.`,
});
