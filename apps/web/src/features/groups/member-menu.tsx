import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IconButton } from '../../ui/actions/button';
import { Menu, type MenuItem } from '../../ui/actions/menu';
import { useGroupPlace } from '../../ui/page/use-group-place';
import { useFacilitatorActions } from './facilitators/facilitator-actions';
import { type GroupMember, type RoleAction, useStewardActions } from './steward-actions';

interface MemberMenuProps {
  member: GroupMember;
  onChanged: () => void;
}

/** Menu of the viewer's actions on a member; renders nothing if there are none. */
export function MemberMenu({ member, onChanged }: MemberMenuProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { path, isCoalition } = useGroupPlace();
  const acts = [...useFacilitatorActions(member), ...useStewardActions(member)];
  const [anchor, setAnchor] = useState<DOMRect>();
  const [chosen, setChosen] = useState<RoleAction>();
  const { id, name, viewerCan } = member;
  const label = t`Acciones: ${name}`;
  const items: MenuItem[] = acts.map((act) => ({
    ...act,
    onSelect: () => {
      setAnchor(undefined);
      setChosen(act);
    },
  }));
  if (viewerCan.includes('remove')) {
    const remove = () => void navigate(`${path}/members/${id}/remove`);
    const text = isCoalition ? t`Sacar de la coalición` : t`Sacar del grupo`;
    items.push({ icon: 'exit', label: text, isDanger: true, onSelect: remove });
  }
  if (items.length === 0) return null;
  return (
    <>
      <IconButton
        icon="more"
        label={label}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget.getBoundingClientRect())}
      />
      {anchor && (
        <Menu label={label} anchor={anchor} items={items} onClose={() => setAnchor(undefined)} />
      )}
      {chosen && (
        <chosen.Dialog member={member} onChanged={onChanged} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
