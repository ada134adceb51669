import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../lib/server/errors';

registerErrorTexts({
  'upload.notAPicture': msg`Elige una imagen JPEG, PNG, WebP o GIF.`,
  'upload.unreadable': msg`No pudimos abrir esa imagen: está incompleta o es enorme. Prueba con otra.`,
  'upload.tooLarge': msg`Esa imagen pesa demasiado: el máximo es 8 MB.`,
  'upload.tooSlow': msg`La subida tardó demasiado y la cortamos. Prueba con mejor señal o con una imagen más liviana.`,
  'upload.cut': msg`La subida se cortó. Inténtalo otra vez.`,
  'upload.oneAtATime': msg`Ya estás subiendo una imagen. Espera a que termine.`,
  'upload.busy': msg`Hay muchas imágenes en espera. Inténtalo en unos segundos.`,
  'upload.tooMany': msg`Subiste muchas imágenes en una hora. Inténtalo más tarde.`,
  'upload.usedElsewhere': msg`Ya muestras esa foto, o una casi igual, con otro de tus nombres o en un grupo que sostienes. Quien viera las dos sabría que eres tú: elige otra.`,
});
