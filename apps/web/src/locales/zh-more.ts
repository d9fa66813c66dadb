import auth from './zh/auth.json';
import comparison from './zh/comparison.json';
import documents from './zh/documents.json';
import fees from './zh/fees.json';
import history from './zh/history.json';
import imports from './zh/imports.json';
import levels from './zh/levels.json';
import offerTexts from './zh/offerTexts.json';
import offers from './zh/offers.json';
import organizations from './zh/organizations.json';
import portal from './zh/portal.json';
import quickAdd from './zh/quickAdd.json';
import rates from './zh/rates.json';
import risk from './zh/risk.json';
import settings from './zh/settings.json';

/** Texts that only some pages and parts need; the words of pay and the refusals of offers join those of every page. */
export const zhMore = {
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
