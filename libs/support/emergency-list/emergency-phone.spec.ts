import { dialledNumber, parseEmergencyPhone } from './emergency-phone.js';

const PERU = 'territory:PE';

describe('parseEmergencyPhone', () => {
  it.each([
    ['+51 1 555 0142', null, '+51 1 555 0142'],
    ['+55 (11) 5550-0117', null, '+55 11 5550 0117'],
    [' +5115550142 ', PERU, '+5115550142'],
    ['105', PERU, '105'],
    ['0800-555-012', PERU, '0800 555 012'],
  ] as const)('accepts %j', (typed, territory, phone) => {
    expect(parseEmergencyPhone(typed, territory)).toBe(phone);
  });

  it.each([
    ['', PERU],
    ['call us', null],
    ['1 555 0142', null],
    ['0800 555 012 3456', PERU],
    ['*105', PERU],
    ['+51 1', PERU],
    ['+51 1 555 0142 ext 3', PERU],
    ['+51 1 555 0142;ext=3', PERU],
    ['+999 1 555 0142', null],
    ['105', null],
    ['105', 'territory:amazonia'],
    ['12', PERU],
    ['105 ext 3', PERU],
    ['Policía 105', PERU],
  ] as const)('rejects %j for the territory %j', (typed, territory) => {
    expect(parseEmergencyPhone(typed, territory)).toBeUndefined();
  });
});

it('dialledNumber keeps only the digits and the plus sign', () => {
  expect(dialledNumber('+51 1 555 0142')).toBe('+5115550142');
});
