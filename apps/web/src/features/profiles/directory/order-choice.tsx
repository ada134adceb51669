import { useLingui } from '@lingui/react/macro';
import type { PeopleOrder } from '../../../gql/types';
import { SegmentedControl } from '../../../ui/forms/switches';

interface OrderChoiceProps {
  order: PeopleOrder;
  onChange: (order: PeopleOrder) => void;
}

export function OrderChoice({ order, onChange }: OrderChoiceProps) {
  const { t } = useLingui();
  const options = [
    { value: 'overlap' as const, label: t`Más en común` },
    { value: 'name' as const, label: t`Por nombre` },
  ];
  return (
    <SegmentedControl label={t`Ordenar`} value={order} options={options} onChange={onChange} />
  );
}
