import app from './zh/app.json';
import bulk from './zh/bulk.json';
import callLists from './zh/callLists.json';
import candidacies from './zh/candidacies.json';
import candidates from './zh/candidates.json';
import exports from './zh/exports.json';
import home from './zh/home.json';
import notes from './zh/notes.json';
import notices from './zh/notices.json';
import offLimits from './zh/offLimits.json';
import poaching from './zh/poaching.json';
import problem from './zh/problem.json';
import searches from './zh/searches.json';
import tasks from './zh/tasks.json';
import ui from './zh/ui.json';
import words from './zh/words.json';

export const zh = {
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
