import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { IsTerm, IsTerritory } from './is-term.decorator.js';

class Filter {
  @IsTerm('issue', { each: true })
  issueAreas!: string[];

  @IsTerritory(['country', 'shared'])
  territory!: string;
}

const refused = (input: object) =>
  validateSync(
    plainToInstance(Filter, { issueAreas: [], territory: 'territory:PE', ...input }),
  ).map(({ property }) => property);

describe('IsTerm and IsTerritory', () => {
  it('the term decorators accept terms of their kind', () => {
    expect(refused({ issueAreas: ['issue:human-rights', 'issue:gender-justice'] })).toEqual([]);
    expect(refused({ territory: 'territory:amazonia' })).toEqual([]);
  });

  it.each([
    [{ issueAreas: ['issue:x'] }, 'issueAreas'],
    [{ issueAreas: ['practice:digital-security'] }, 'issueAreas'],
    [{ issueAreas: ['issue:human-rights', 'issue:human-rights'] }, 'issueAreas'],
    [{ issueAreas: 'issue:human-rights' }, 'issueAreas'],
    [{ issueAreas: [null] }, 'issueAreas'],
    [{ territory: 'territory:PE-LOR' }, 'territory'],
    [{ territory: 'language:pt' }, 'territory'],
    [{ territory: 7 }, 'territory'],
  ])('the term decorators reject the value %j', (input, property) => {
    expect(refused(input)).toEqual([property]);
  });
});
