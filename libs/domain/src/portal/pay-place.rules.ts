import type { PackageSource } from '../compensation/package.js';
import { Refusal } from '../refusal.js';
import { type PayPlaceFacts, type Place, type ShippedPayPlace, shippedPayPlaces } from './pay-place.js';

type Region = { readonly countries: readonly string[]; readonly cities?: readonly string[] };

const usa = [
  'united states',
  'united states of america',
  'usa',
  'us',
  'u.s.',
  'u.s.a.',
  'america',
  '美国',
  '美國',
  'vereinigte staaten',
];

const regions: Readonly<Record<ShippedPayPlace, Region>> = {
  california: {
    countries: usa,
    cities: [
      'california',
      'ca',
      '加州',
      '加利福尼亚',
      'kalifornien',
      'san francisco',
      'sf',
      '旧金山',
      '三藩市',
      'bay area',
      '湾区',
      'silicon valley',
      '硅谷',
      'palo alto',
      'mountain view',
      'menlo park',
      'san jose',
      '圣何塞',
      'santa clara',
      'sunnyvale',
      'cupertino',
      'redwood city',
      'san mateo',
      'fremont',
      'berkeley',
      'oakland',
      'stanford',
      'los angeles',
      '洛杉矶',
      'la',
      'santa monica',
      'irvine',
      'san diego',
      '圣迭戈',
      'pasadena',
      'sacramento',
      'emeryville',
      'foster city',
      'south san francisco',
    ],
  },
  new_york: {
    countries: usa,
    cities: [
      'new york',
      'new york city',
      'nyc',
      'ny',
      '纽约',
      'manhattan',
      'brooklyn',
      'ithaca',
      'albany',
      'buffalo',
      'rochester',
    ],
  },
  eu: {
    countries: [
      'eu',
      'european union',
      '欧盟',
      'europäische union',
      'austria',
      'österreich',
      '奥地利',
      'at',
      'belgium',
      'belgien',
      '比利时',
      'be',
      'bulgaria',
      'bulgarien',
      '保加利亚',
      'bg',
      'croatia',
      'kroatien',
      '克罗地亚',
      'hr',
      'cyprus',
      'zypern',
      '塞浦路斯',
      'cy',
      'czechia',
      'czech republic',
      'tschechien',
      '捷克',
      'cz',
      'denmark',
      'dänemark',
      '丹麦',
      'dk',
      'estonia',
      'estland',
      '爱沙尼亚',
      'ee',
      'finland',
      'finnland',
      '芬兰',
      'fi',
      'france',
      'frankreich',
      '法国',
      'fr',
      'germany',
      'deutschland',
      '德国',
      'de',
      'greece',
      'griechenland',
      '希腊',
      'gr',
      'hungary',
      'ungarn',
      '匈牙利',
      'hu',
      'ireland',
      'irland',
      '爱尔兰',
      'ie',
      'italy',
      'italien',
      '意大利',
      'it',
      'latvia',
      'lettland',
      '拉脱维亚',
      'lv',
      'lithuania',
      'litauen',
      '立陶宛',
      'lt',
      'luxembourg',
      'luxemburg',
      '卢森堡',
      'lu',
      'malta',
      '马耳他',
      'mt',
      'netherlands',
      'the netherlands',
      'niederlande',
      '荷兰',
      'nl',
      'poland',
      'polen',
      '波兰',
      'pl',
      'portugal',
      '葡萄牙',
      'pt',
      'romania',
      'rumänien',
      '罗马尼亚',
      'ro',
      'slovakia',
      'slowakei',
      '斯洛伐克',
      'sk',
      'slovenia',
      'slowenien',
      '斯洛文尼亚',
      'si',
      'spain',
      'spanien',
      '西班牙',
      'es',
      'sweden',
      'schweden',
      '瑞典',
      'se',
    ],
  },
};

/** The table that holds: the agency's rows, and the shipped places on which it has none, banned. */
export function payPlacesOf(rows: readonly PayPlaceFacts[]): PayPlaceFacts[] {
  const missing = shippedPayPlaces.filter((shipped) => !rows.some((row) => row.shipped === shipped));
  return [...missing.map((shipped) => ({ shipped, name: shipped, words: [], banned: true })), ...rows];
}

/** The places of the table that ban pay history where the search is. A country without a city counts as all of its places. */
export function bannedAt(place: Place, rows: readonly PayPlaceFacts[]): PayPlaceFacts[] {
  return payPlacesOf(rows).filter((one) => one.banned && isIn(place, one));
}

/** Whether current pay may be asked for a search there. */
export function payMayBeAsked(place: Place, rows: readonly PayPlaceFacts[]): boolean {
  return bannedAt(place, rows).length === 0;
}

/**
 * Whether the client of a search there may be shown current pay: no place of the table bans it, or the person volunteered it
 * for this client.
 */
export function payMayBeShown(
  place: Place,
  rows: readonly PayPlaceFacts[],
  pay: { readonly source: PackageSource; readonly volunteeredForClient: boolean },
): boolean {
  return payMayBeAsked(place, rows) || (pay.source === 'volunteered' && pay.volunteeredForClient);
}

/** Why a place is not named so: a shipped one has its own words, another needs at least one. */
export function whyNotWords(shipped: ShippedPayPlace | null, words: readonly string[]): Refusal | undefined {
  if ((shipped === null) === words.length > 0) return undefined;
  const message = shipped === null ? 'must name at least one city or country' : 'stand for places of your own alone';
  return new Refusal('pay-place.words', undefined, { errors: [{ pointer: '/words', message }] });
}

function isIn({ city, country }: Place, { shipped, words }: PayPlaceFacts): boolean {
  const [here, land] = [plain(city), plain(country)];
  if (shipped === null) return words.map(plain).some((word) => word !== '' && (word === here || word === land));
  const { countries, cities } = regions[shipped];
  if (cities === undefined) return countries.includes(land);
  if (here === '') return countries.includes(land);
  return (land === '' || countries.includes(land)) && here.split(/[,，/]/).some((part) => cities.includes(part.trim()));
}

function plain(text: string | null): string {
  return (text ?? '').normalize('NFKC').trim().toLowerCase();
}
