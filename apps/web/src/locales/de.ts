import app from './de/app.json';
import bulk from './de/bulk.json';
import callLists from './de/callLists.json';
import candidacies from './de/candidacies.json';
import candidates from './de/candidates.json';
import exports from './de/exports.json';
import home from './de/home.json';
import notes from './de/notes.json';
import notices from './de/notices.json';
import offLimits from './de/offLimits.json';
import poaching from './de/poaching.json';
import problem from './de/problem.json';
import searches from './de/searches.json';
import tasks from './de/tasks.json';
import ui from './de/ui.json';
import words from './de/words.json';

export const de = {
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
