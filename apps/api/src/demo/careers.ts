import { addDays, addMonths } from '@domain/day.js';
import { levelAt } from './levels.js';
import type { Ground } from './people.js';
import type { Random } from './random.js';

/** One step of a career. `ended` is null while it lasts. */
export type Job = {
  organizationId: string;
  organization: string;
  type: 'employment' | 'study' | 'visiting';
  title: string;
  level: string | null;
  team: string | null;
  started: string;
  ended: string | null;
};

export type Career = { jobs: Job[]; years: number; city: string; country: string };

const places: Record<string, string[]> = {
  China: ['Beijing', 'Shanghai', 'Hangzhou', 'Shenzhen'],
  'Hong Kong': ['Hong Kong'],
  Singapore: ['Singapore'],
  'United States': ['San Francisco', 'Seattle', 'New York', 'Mountain View'],
  'United Kingdom': ['London', 'Cambridge'],
  Germany: ['Berlin', 'Munich', 'Heidelberg'],
  France: ['Paris'],
  Switzerland: ['Zurich'],
  Canada: ['Toronto', 'Montreal'],
  India: ['Bengaluru', 'Mumbai'],
};

/** From so many years on, what people are called: five grades. */
const titles: readonly (readonly [number, readonly string[]])[] = [
  [2, ['Research Engineer', 'Algorithm Engineer', 'Research Scientist']],
  [5, ['Senior Research Engineer', 'Research Scientist', 'Senior Algorithm Engineer']],
  [8, ['Staff Research Scientist', 'Senior Algorithm Expert', 'Tech Lead']],
  [12, ['Principal Scientist', 'Research Lead', 'Algorithm Director']],
  [99, ['Distinguished Scientist', 'Head of Research', 'Vice President, Research']],
];

const seniorMost = [99, ['Distinguished Scientist']] as const;

const teams = [
  'Foundation Models',
  'Alignment',
  'Training Systems',
  'Multimodal',
  'Search and Ads',
  'Robotics',
  'Applied Research',
  null,
];

/** One of the employers, the earlier named ones more often: a few are large. */
function large<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random.next() ** 1.5 * from.length)] as T;
}

/** A city of the country where people of the field work, or none that is known. */
export function cityIn(random: Random, country: string): string | undefined {
  const cities = places[country];
  return cities && random.pick(cities);
}

/** Study, an internship now and then, then one to four employers up to today. */
export function careerOf(random: Random, ground: Ground, country: string): Career {
  const year = Number(ground.today.slice(0, 4));
  const years = Math.max(0, Math.round(6 + random.normal() * 4));
  const near = (kinds: readonly string[]): Ground['organizations'][number] => {
    const fitting = ground.organizations.filter((one) => kinds.includes(one.kind));
    const home = fitting.filter((one) => one.country === country);
    return large(random, home.length > 0 && random.chance(0.65) ? home : fitting);
  };
  const graduated = `${year - years}-06-30`;
  const jobs: Job[] = [study(random, near(['university']), graduated)];
  if (random.chance(0.3)) jobs.push(internship(random, near(['company', 'lab']), graduated));
  let started = addMonths(addDays(graduated, 1), random.whole(0, 3));
  let left = Math.max(1, Math.min(4, Math.round(years / 3) + random.whole(-1, 1)));
  while (started < ground.today && left > 0) {
    const employer = near(random.chance(0.88) ? ['company', 'lab'] : ['university']);
    const months = left === 1 ? Number.POSITIVE_INFINITY : random.whole(12, 54);
    const end = Number.isFinite(months) ? addMonths(started, months) : null;
    const lasts = end === null || end >= ground.today;
    jobs.push({ ...post(random, employer, year - years, started), started, ended: lasts ? null : end });
    if (lasts) break;
    started = addMonths(
      addDays(end, 1),
      random.weighted([
        [0, 5],
        [1, 3],
        [4, 1],
      ] as const),
    );
    left -= 1;
  }
  const home = places[country] ?? ['San Francisco'];
  return { jobs, years, city: random.pick(home), country };
}

function study(random: Random, university: Ground['organizations'][number], graduated: string): Job {
  const degree = random.weighted([
    ['PhD student', 6],
    ["Master's student", 4],
  ] as const);
  return {
    organizationId: university.id,
    organization: university.name,
    type: 'study',
    title: degree,
    level: null,
    team: null,
    started: addMonths(addDays(graduated, 1), degree === 'PhD student' ? -60 : -33),
    ended: graduated,
  };
}

function internship(random: Random, employer: Ground['organizations'][number], graduated: string): Job {
  const ended = addMonths(graduated, -random.whole(8, 20));
  return {
    organizationId: employer.id,
    organization: employer.name,
    type: 'visiting',
    title: 'Research Intern',
    level: null,
    team: random.pick(teams),
    started: addMonths(ended, -6),
    ended,
  };
}

function post(
  random: Random,
  employer: Ground['organizations'][number],
  from: number,
  started: string,
): Omit<Job, 'started' | 'ended'> {
  const experience = Number(started.slice(0, 4)) - from;
  const grade = titles.findIndex(([until]) => experience < until);
  const [, names] = titles[grade] ?? seniorMost;
  const academic = employer.kind === 'university';
  return {
    organizationId: employer.id,
    organization: employer.name,
    type: 'employment',
    title: academic
      ? random.pick(
          experience < 5 ? ['Postdoctoral Researcher', 'Assistant Professor'] : ['Associate Professor', 'Professor'],
        )
      : random.pick(names),
    level: academic
      ? null
      : (levelAt(employer.name, grade) ?? (employer.country === 'China' ? `P${grade + 6}` : `L${grade + 4}`)),
    team: academic ? null : random.pick(teams),
  };
}
