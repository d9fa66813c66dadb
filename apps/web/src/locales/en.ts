import app from './en/app.json';
import bulk from './en/bulk.json';
import callLists from './en/callLists.json';
import candidacies from './en/candidacies.json';
import candidates from './en/candidates.json';
import exports from './en/exports.json';
import home from './en/home.json';
import notes from './en/notes.json';
import notices from './en/notices.json';
import offLimits from './en/offLimits.json';
import poaching from './en/poaching.json';
import problem from './en/problem.json';
import searches from './en/searches.json';
import tasks from './en/tasks.json';
import ui from './en/ui.json';
import words from './en/words.json';

export const en = {
  app,
  bulk,
  callLists,
  candidacies,
  candidates,
  exports,
  home,
  notes,
  notices,
  offLimits,
  poaching,
  problem,
  searches,
  tasks,
  ui,
  words,
};
