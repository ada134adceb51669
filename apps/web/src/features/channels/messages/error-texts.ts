import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'agreements.consentFirst': msg`Los acuerdos del grupo cambiaron: acéptalos primero.`,
  'channel.archived': msg`Este canal está archivado: se puede leer, pero ya no se escribe en él.`,
  'channel.tooMany': msg`Aquí ya hay 100 canales. Archiva uno para abrir otro.`,
  'topic.closed': msg`Este tema está cerrado: se puede leer, pero ya no se escribe en él.`,
  'topic.open': msg`Este tema ya está abierto.`,
  'topic.enoughToday': msg`Abriste muchos temas en un día. Mañana puedes abrir más.`,
  'topic.tooMany': msg`El canal ya tiene 200 temas abiertos. Cierra uno para abrir otro.`,
  'conversation.ended': msg`La alianza terminó: la conversación se puede leer, pero ya no se escribe en ella.`,
  'message.tooOld': msg`Un mensaje se puede cambiar durante un día. Puedes borrarlo y escribir otro.`,
  'message.undoOver': msg`Ya pasaron los 30 segundos: el mensaje quedó borrado.`,
  'message.clientIdUsed': msg`Ese mensaje ya se envió a otro canal. Para enviarlo aquí, escríbelo otra vez.`,
  'message.tooManyPinned': msg`Ya hay 30 mensajes fijados. Deja de fijar uno para fijar otro.`,
  'message.tooManyReactions': msg`Ya tiene 20 reacciones distintas. Súmate a una de ellas.`,
  'message.tooFast': msg`Escribiste mucho muy seguido. Espera unos segundos: lo que falta sale después.`,
  'message.tooMuchText': msg`Escribiste más de lo que cabe en un día. Lo que falta se enviará cuando pase ese tiempo.`,
  'message.expired': msg`Ese mensaje ya se envió, y se borró al vencer su plazo.`,
  'channel.notShorter': msg`Alguien ya eligió ese tiempo u otro más corto.`,
  'channel.notLonger': msg`Alguien ya eligió ese tiempo u otro más largo.`,
  'outbox.ownerless': msg`Lo guardó una versión anterior de Trama sin anotar de qué cuenta era, y por eso no se envía. Si es tuyo, copia el texto y envíalo otra vez.`,
  notEmoji: msg`Eso no es un emoji.`,
  'message.deleted': msg`Ese mensaje ya no está.`,
});
