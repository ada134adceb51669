import { msg } from '@lingui/core/macro';
import { explain } from '../../lib/errors';

explain({
  'founding.tooFewVet': msg`Hacen falta tres personas que lean postulaciones. Todavía no están todas.`,
  'founding.closed': msg`La fundación ya estaba cerrada.`,
  'settings.same': msg`Ya es así.`,
  'settings.notFounded': msg`Esta instancia todavía no se fundó.`,
  'session.confirmFirst': msg`Primero confirma con tu contraseña.`,
});
