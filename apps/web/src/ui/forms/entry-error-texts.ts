import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

/** Texts for entering a group or a coalition, by itself or under another name. */
registerErrorTexts({
  'agreements.changed': msg`Los acuerdos cambiaron. Lee la versión nueva y acéptala.`,
  'persona.nameTaken': msg`Aquí hay alguien con ese nombre o con uno que se le parece.`,
  ownName: msg`Es el nombre de tu perfil. Elige otro, para que no lleve a él.`,
});
