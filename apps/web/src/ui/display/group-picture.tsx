import { Picture } from './picture';

interface GroupPictureProps {
  group: { id: string; name: string; picture?: string | null };
  size?: 's' | 'l';
}

/** Picture of a group, else initials. It is decorative, so the name must be beside it. */
export function GroupPicture({ group: { id, name, picture }, size }: GroupPictureProps) {
  return <Picture {...{ id, name }} avatar={picture} of="group" isGroup {...(size && { size })} />;
}
