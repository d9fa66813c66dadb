import { describe, expect, it } from '@jest/globals';
import {
  dblpOf,
  githubOf,
  googleScholarOf,
  linkedinOf,
  openreviewOf,
  orcidOf,
  semanticScholarOf,
} from './identifiers.rules.js';

describe('ids of people in text', () => {
  it.each([
    [orcidOf, '0000-0002-1825-0097', '0000-0002-1825-0097'],
    [orcidOf, 'https://orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
    [orcidOf, '0000000218250097', '0000-0002-1825-0097'],
    [googleScholarOf, 'https://scholar.google.com.hk/citations?hl=en&user=Ab_-34567890', 'Ab_-34567890'],
    [googleScholarOf, 'Ab_-34567890', 'Ab_-34567890'],
    [dblpOf, 'https://dblp.org/pid/12/3456-7.html', '12/3456-7'],
    [dblpOf, 'http://dblp.uni-trier.de/pers/hd/h/Hadsell:Raia', 'h/Hadsell:Raia'],
    [dblpOf, '06/7548', '06/7548'],
    [openreviewOf, 'https://openreview.net/profile?id=~Ada_Invented1', '~Ada_Invented1'],
    [openreviewOf, '~Marin_Čavić12', '~Marin_Čavić12'],
    [linkedinOf, 'https://www.linkedin.com/in/Ada-Invented-%E6%B5%8B/?trk=x', 'ada-invented-测'],
    [linkedinOf, 'ada-invented', 'ada-invented'],
    [githubOf, 'https://github.com/Ada-L/', 'ada-l'],
    [githubOf, '@ada', 'ada'],
    [semanticScholarOf, 'https://www.semanticscholar.org/author/Ada-L/1741101', '1741101'],
  ])('%p reads %s', (read, text, id) => {
    expect(read(text)).toBe(id);
  });

  it.each([
    [orcidOf, '0000-0002-1825-0098'],
    [orcidOf, '0000-0002-1825'],
    [googleScholarOf, 'https://scholar.google.com/citations?hl=en'],
    [googleScholarOf, 'Ab_-345678901'],
    [dblpOf, 'https://dblp.org/search?q=Ada'],
    [dblpOf, '../etc'],
    [openreviewOf, 'ada@example.org'],
    [openreviewOf, '~Ada_Invented'],
    [openreviewOf, '~%ZZ1'],
    [linkedinOf, 'https://www.linkedin.com/company/tidewater'],
    [githubOf, 'https://github.com/ada/repo'],
    [githubOf, '-ada'],
    [semanticScholarOf, 'Ada'],
  ])('%p refuses %s', (read, text) => {
    expect(read(text)).toBeUndefined();
  });
});
