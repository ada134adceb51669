import { useMe } from '../lib/server/session';
import { Avatar } from '../ui/display/avatar';
import { Face } from '../ui/display/face';

/** Picture of the viewer, as others see it. Staff have no profile; for a suspended account no request is sent. */
export function OwnFace({ size }: { size: 's' | 'l' }) {
  const { id, standing, personId, personName } = useMe();
  const name = personName ?? 'Trama';
  if (standing !== 'member' || !personId) return <Avatar id={id} name={name} size={size} />;
  return <Face id={personId} name={name} size={size} />;
}
