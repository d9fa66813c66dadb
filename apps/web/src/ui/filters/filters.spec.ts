import { describe, expect, it } from '@jest/globals';
import { chosenLabels, type Filter, toggled } from './filters.js';

const places: Filter = {
  id: 'place',
  label: 'Place',
  kind: 'any-of',
  options: [
    { value: 'b', label: 'Beijing' },
    { value: 'l', label: 'London' },
  ],
};

describe('filters', () => {
  it('switch options on and off', () => {
    expect(toggled(undefined, 'b')).toEqual(['b']);
    expect(toggled('b', 'l')).toEqual(['b', 'l']);
    expect(toggled(['b'], 'b')).toBeUndefined();
  });

  it('say what is chosen in the order of the options', () => {
    expect(chosenLabels(places, ['l', 'b', 'gone'])).toEqual(['Beijing', 'London']);
    expect(chosenLabels({ id: 't', label: 'Title', kind: 'text' }, 'engineer')).toEqual(['engineer']);
  });
});
