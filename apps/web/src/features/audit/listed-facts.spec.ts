import { listedFacts } from './listed-facts';

const invitation = (by: string, invited?: string) => [
  { label: 'coalition', value: 'Cuenca Viva' },
  { label: 'by', value: by },
  ...(invited ? [{ label: 'invited', value: invited }] : []),
];
const valuesOf = (kind: string, shown: { label: string; value: string }[]) =>
  listedFacts(kind, shown).map(({ value }) => value);

describe('listedFacts', () => {
  it('tells invitations to one coalition apart by whom they invite, or how', () => {
    expect(valuesOf('inviteParticipant', invitation('group', 'Bosque'))).toEqual([
      ...['Bosque', 'Cuenca Viva'],
    ]);
    expect(valuesOf('inviteParticipant', invitation('group'))).toEqual(['group', 'Cuenca Viva']);
    expect(valuesOf('inviteParticipant', invitation('link'))).toEqual(['link', 'Cuenca Viva']);
  });

  it('names who would be removed before the coalition', () => {
    const shown = [
      { label: 'coalition', value: 'Cuenca Viva' },
      { label: 'participant', value: 'Marea' },
    ];
    expect(valuesOf('removeParticipant', shown)).toEqual(['Marea', 'Cuenca Viva']);
  });

  it.each(['group', 'coalition'])('names the %s whose privacy would change', (label) => {
    const shown = [
      { label, value: 'Bosque' },
      ...['from', 'to'].map((one) => ({ label: one, value: one })),
    ];
    expect(valuesOf('makeGroupLessPrivate', shown)).toEqual(['Bosque', 'to']);
  });

  it('names the service of an emergency line before the act', () => {
    const shown = [
      { label: 'act', value: 'add' },
      { label: 'service', value: 'Auxilio digital' },
    ];
    expect(valuesOf('changeEmergencyLine', shown)).toEqual(['Auxilio digital', 'add']);
  });

  it('takes every value of the first label where the kind names no labels', () => {
    const shown = ['Ada', 'Ben', 'vet'].map((value, at) => ({
      label: at < 2 ? 'who' : 'x',
      value,
    }));
    expect(valuesOf('grantDuty', shown)).toEqual(['Ada', 'Ben']);
  });
});
