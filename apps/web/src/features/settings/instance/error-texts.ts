import { msg } from '@lingui/core/macro';
import { registerErrorTexts } from '../../../lib/server/errors';

registerErrorTexts({
  'termWord.full': msg`Aquí ya hay cuarenta palabras sumadas. Quita alguna para sumar otra.`,
  thereAlready: msg`Esa palabra ya lleva aquí.`,
  onlyJoins: msg`Esa palabra sola no dice nada: saldría en cualquier búsqueda.`,
  'founding.tooFewVet': msg`Hacen falta tres personas que lean postulaciones. Todavía no están todas.`,
  'founding.closed': msg`La fundación ya estaba cerrada.`,
  notUsable: msg`Ese código no sirve. Pide otro a quien te lo dio.`,
  'duty.codeOver': msg`El código ya no sirve, o quien lo hizo ya no puede recibir la tarea.`,
  'duty.already': msg`Esa persona ya tiene esas tareas.`,
  'duty.gone': msg`Esa persona ya no tiene esa tarea.`,
  'duty.lastAdministrator': msg`Es la última persona de administración: nadie más puede quitarle la tarea.`,
  'duty.lastWhoVet': msg`Son las últimas tres personas que leen postulaciones: nadie más puede quitarles la tarea.`,
  'duty.layDownInstead': msg`Tu propia tarea la dejas tú, en Tu cuenta.`,
  'duty.auditors': msg`Quien administra no le quita la tarea a quien audita: la deja esa misma persona.`,
  'duty.probation': msg`Durante los primeros treinta días no se reciben tareas.`,
  'staff.linkTaken': msg`El enlace ya se mostró una vez, o venció. Si se perdió, pide otra cuenta.`,
  'staff.codeTaken': msg`El código ya se mostró una vez, o venció. Si se perdió, hace falta pedir otra cuenta.`,
  notReachable: msg`Escribe un correo, o una dirección que empiece con https://`,
  notHttps: msg`Escribe una dirección que empiece con https://, sin nombre de usuario ni contraseña.`,
  ownAddress: msg`Esa dirección es de este mismo sitio. Elige otra.`,
  'settings.same': msg`Ya es así.`,
  'settings.changed': msg`La lista cambió mientras escribías. Abre la página otra vez para ver cómo quedó; copia antes lo que escribiste.`,
  noConflictStays: msg`El punto sobre el conflicto de interés se queda, y con sus palabras: sin él nadie opina.`,
  'settings.notFounded': msg`Esta instancia todavía no se fundó.`,
  'session.confirmFirst': msg`Primero confirma con tu contraseña.`,
});
