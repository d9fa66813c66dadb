import auth from './de/auth.json';
import comparison from './de/comparison.json';
import documents from './de/documents.json';
import fees from './de/fees.json';
import history from './de/history.json';
import imports from './de/imports.json';
import levels from './de/levels.json';
import offerTexts from './de/offerTexts.json';
import offers from './de/offers.json';
import organizations from './de/organizations.json';
import portal from './de/portal.json';
import quickAdd from './de/quickAdd.json';
import rates from './de/rates.json';
import risk from './de/risk.json';
import settings from './de/settings.json';

/** Texts that only some pages and parts need; the words of pay and the refusals of offers join those of every page. */
export const deMore = {
  auth,
  comparison,
  documents,
  fees,
  history,
  imports,
  levels,
  offers,
  organizations,
  portal,
  quickAdd,
  rates,
  risk,
  settings,
  ...offerTexts,
};
