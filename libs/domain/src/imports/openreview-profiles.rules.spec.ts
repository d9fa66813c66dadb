import { describe, expect, it } from '@jest/globals';
import { profilesOfAuthors } from './openreview-profiles.rules.js';

describe('profiles in another order than authors', () => {
  it.each([
    ['the same ids', ['~A_One1', '~B_Two1'], ['~B_Two1', '~A_One1'], [1, 0]],
    [
      'a merged profile at the end, by name',
      ['~Eva_M1', '~Kai_O3', '~Lu_P1'],
      ['~Lu_P1', '~Eva_Maria_M1', '~Kai_O1'],
      [1, 2, 0],
    ],
    ['the only one left, whatever its name', ['~Bokuto_S1', '~Kai_O3'], ['~Kai_O3', '~William_Q1'], [1, 0]],
    ['two left that share a name: open', ['~Wei_Wang1', '~Li_Wang1'], ['~L_Wang5', '~W_Wang6'], [undefined, undefined]],
    ['one found by name decides the other', ['~Wei_Zhang1', '~Xu_Ren1'], ['~Wei_K_Zhang2', '~Shu_Jen1'], [0, 1]],
    ['accents and case', ['~Noemie_J1', '~Kai_O3'], ['~KAI_O1', '~Noémie_J2'], [1, 0]],
    ['lists of different lengths: open', ['~A_One1'], ['~A_One1', '~B_Two1'], [undefined]],
    [
      'an id twice: never the same profile twice',
      ['~A_One1', '~A_One1'],
      ['~A_One1', '~A_One1'],
      [undefined, undefined],
    ],
  ])('%s', (_, authors, profiles, found) => {
    expect(profilesOfAuthors(authors, profiles)).toEqual(found);
  });
});
