import { readFileSync } from 'node:fs';

const FOUND = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** The text of a mutant's place in its source, on one line. */
function original(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ').replaceAll(/\s+/g, ' ');
}

const short = (text) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** Figures of one or more reports together, and the mutants that no test found. */
export function readReports(paths) {
  const figures = { found: 0, missed: 0, ignored: 0, unfit: 0 };
  const survivors = [];
  for (const path of paths) {
    const { files } = JSON.parse(readFileSync(path, 'utf8'));
    for (const [file, { source, mutants }] of Object.entries(files)) {
      for (const { status, location, mutatorName, replacement } of mutants) {
        if (FOUND.has(status)) figures.found++;
        else if (status === 'Ignored') figures.ignored++;
        else if (!MISSED.has(status)) figures.unfit++;
        else {
          figures.missed++;
          const was = short(original(source, location));
          const place = `${file}:${location.start.line}:${location.start.column}`;
          survivors.push(
            `${place} ${mutatorName}${status === 'NoCoverage' ? ' (never run)' : ''}\n    ${was}\n    -> ${short(replacement ?? '')}`,
          );
        }
      }
    }
  }
  const counted = figures.found + figures.missed;
  return { ...figures, score: counted === 0 ? 100 : (100 * figures.found) / counted, survivors };
}
