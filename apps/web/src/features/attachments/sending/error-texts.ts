import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

/** Texts for the server's reasons to reject an upload. */
registerErrorTexts({
  'upload.notAccepted': msg`Ese tipo de archivo no se puede enviar. Sirven imágenes JPEG, PNG, WebP o GIF, notas de voz grabadas aquí, PDF y DOCX.`,
  'upload.fileTooLarge': msg`Ese archivo pesa demasiado. Lo máximo son 10 MB para una imagen, 5 MB para una nota de voz y 25 MB para un documento.`,
  'upload.tooMuchInside': msg`Ese archivo trae demasiado adentro y no lo abrimos, para cuidar a todas las personas. Prueba con una versión más simple.`,
  'upload.broken': msg`No pudimos leer ese archivo: está incompleto o dañado. Intenta guardarlo otra vez.`,
  'upload.locked': msg`Ese archivo tiene contraseña y no lo podemos limpiar. Quítasela y envíalo otra vez.`,
  'upload.macros': msg`Ese documento trae macros, que pueden hacer daño. Guárdalo sin ellas y envíalo otra vez.`,
  'upload.offset': msg`La subida no pudo continuar. Inténtalo otra vez.`,
  'upload.protocol': msg`La subida se cortó. Inténtalo otra vez.`,
  'upload.quota': msg`Enviaste mucho en poco tiempo. Lo que falta se enviará más tarde.`,
  'upload.tooManyWaiting': msg`Tienes muchos archivos sin enviar. Envía o quita algunos primero.`,
  'upload.manyAtOnce': msg`Son muchas subidas a la vez. Se reanudará en unos segundos.`,
  'upload.lost': msg`Los datos del archivo ya no están en este dispositivo. Descártalo y elígelo otra vez.`,
  'attachment.textIsAuthors': msg`Quien envió este archivo ya escribió qué dice.`,
});
