import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, manyPupils } from '../../testing/samples.js';
import { languageNotObtained } from './1850-language-not-obtained.js';

const file = (count: number, without: number) =>
  manyPupils(count, ({ key }, i) => [aPupil({ key, languages: [{ code: i < without ? 'NOT' : 'ENG' }] })]);

proveRule(languageNotObtained, {
  fails: {
    'four of thirty': file(30, 4),
  },
  passes: {
    'three of thirty': file(30, 3),
    'too few pupils': file(29, 29),
    'no languages': manyPupils(30, ({ key }) => [aPupil({ key, languages: undefined })]),
  },
});
