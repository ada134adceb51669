import { groupRecord } from './group-record';

const HEADINGS = { purpose: 'Propósito', agreements: 'Acuerdos' };
const group = { name: 'Río Arriba', purpose: 'Radios de la cuenca.', agreements: 'Escuchamos.' };

it('the record has the name, purpose and agreements of the group, in this order', () => {
  expect(groupRecord(group, HEADINGS)).toBe(
    'Río Arriba\n\n\nPropósito\n\nRadios de la cuenca.\n\n\nAcuerdos\n\nEscuchamos.\n',
  );
});

it('the record leaves out the heading of a text that is empty', () => {
  expect(groupRecord({ ...group, agreements: '' }, HEADINGS)).not.toContain('Acuerdos');
});
