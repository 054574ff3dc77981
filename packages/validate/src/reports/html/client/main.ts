import { startHeat } from './heat.js';
import { startList } from './list.js';
import { startScope } from './scope.js';
import { applyKeptTheme, startTheme } from './theme.js';

// Runs in the head: what needs a script is shown, and the colours are right, before anything is drawn
document.documentElement.classList.add('js');
applyKeptTheme();
document.addEventListener('DOMContentLoaded', () => {
  startTheme();
  startScope();
  startHeat();
  startList();
});
