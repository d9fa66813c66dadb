import auth from './en/auth.json';
import comparison from './en/comparison.json';
import documents from './en/documents.json';
import fees from './en/fees.json';
import history from './en/history.json';
import imports from './en/imports.json';
import levels from './en/levels.json';
import offerTexts from './en/offerTexts.json';
import offers from './en/offers.json';
import organizations from './en/organizations.json';
import portal from './en/portal.json';
import quickAdd from './en/quickAdd.json';
import rates from './en/rates.json';
import risk from './en/risk.json';
import settings from './en/settings.json';

/** Texts that only some pages and parts need; the words of pay and the refusals of offers join those of every page. */
export const enMore = {
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
