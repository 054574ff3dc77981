import { all } from './dom.js';

/** Shows the charts of one file, or of all together, by the choice above them. */
export function startScope(): void {
  const choice = document.getElementById('scope');
  if (!(choice instanceof HTMLSelectElement)) return;
  const articles = all('article[data-scope]');
  const show = (): void => {
    for (const article of articles) article.hidden = article.dataset.scope !== choice.value;
  };
  choice.addEventListener('change', show);
  show();
  // From here on `hidden` says which is seen; until now the styles kept all but the first from being laid out
  document.documentElement.classList.add('ready');
}
