import { msg } from '@lingui/core/macro';
import { explain } from '../../lib/errors';

explain({
  'application.seatsTaken': msg`Ya hay dos personas con esta postulación. Prueba con otra.`,
  'application.changed': msg`La postulación cambió mientras la leías. Ábrela otra vez; lo que escribiste sigue aquí.`,
  'application.decided': msg`Otra persona la decidió hace un momento.`,
  'appeal.notDeclined': msg`Se apela una decisión que fue no.`,
  'appeal.once': msg`Ya se apeló una vez.`,
  'appeal.tooLate': msg`Se podía apelar durante diez días.`,
  'application.asked': msg`Ya hay una pregunta que espera respuesta.`,
  'review.written': msg`Ya escribiste tu recomendación. Puedes cambiarla.`,
  'review.notWritten': msg`Todavía no escribiste tu recomendación.`,
  'review.notConfirmed': msg`La postulación cambió: confirma o cambia tu recomendación.`,
  'decision.reviewsDoNotAgree': msg`Hacen falta dos recomendaciones que coincidan.`,
  'decision.vouchesMissing': msg`Faltan avales independientes.`,
  'vouch.probation': msg`Podrás avalar cuando termine tu primer mes.`,
  'vouch.ownCase': msg`Llevas esta postulación en la Mesa, así que no puedes avalarla.`,
  'vouch.ownCode': msg`Ese código es el tuyo. Nadie avala su propia postulación.`,
  'vouch.ring': msg`No puedes avalar a esta persona: una de las dos entró por la otra.`,
  'vouch.tooManyRecent': msg`Puedes dar cinco avales en treinta días. Espera un poco.`,
  'vouch.tooManyInAll': msg`Ya diste los veinte avales que puede dar una cuenta.`,
  'invitation.probation': msg`Podrás invitar cuando termine tu primer mes.`,
  'invitation.tooMany': msg`Ya tienes tres invitaciones abiertas. Espera a que una termine, o anúlala.`,
  'invitation.ended': msg`Esta invitación ya terminó.`,
  'vouch.withdrawn': msg`Ese aval ya está retirado.`,
  listChanged: msg`La lista cambió mientras escribías. Abre la postulación otra vez; lo que escribiste sigue aquí.`,
  conflictOfInterest: msg`Si hay un conflicto de interés, deja esta postulación a otra persona.`,
});
