import { makeHead } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { cmisParser, progressoParser } from './index.js';

const of = (text: string, name?: string) => {
  const head = makeHead(Buffer.from(text), name);
  return { progresso: progressoParser.detect(head), cmis: cmisParser.detect(head) };
};

describe('detection', () => {
  it('says which headings it goes by', () => {
    expect(of('SetId,Student Id,Surname\n2009/2010,S1,Exampleton\n')).toEqual({
      progresso: undefined,
      cmis: { confidence: 0.95, reason: 'headings SetId and Student Id, columns of CMIS' },
    });
    expect(of('Learner Code,UPN,Surname\n1,A001999919001,Exampleton\n')).toEqual({
      progresso: { confidence: 0.7, reason: 'headings Learner Code and UPN' },
      cmis: undefined,
    });
    expect(of('UPN,EnrolementStatus,Surname\nA001999919001,C,Exampleton\n').progresso).toEqual({
      confidence: 0.85,
      reason: 'heading EnrolementStatus, a name of Progresso’s API',
    });
  });

  it('goes by title rows, and little by a file’s name', () => {
    const list = 'UPN,Surname,Forename\nA001999919001,Exampleton,Zoe\n';
    expect(of(`Facility CMIS,,\n${list}`).cmis?.confidence).toBe(0.8);
    expect(of(`Cloud School report,,\n${list}`).progresso?.confidence).toBe(0.8);
    expect(of(list, 'progresso_list.csv')).toMatchObject({ progresso: { confidence: 0.4 }, cmis: undefined });
    expect(of(list)).toEqual({ progresso: undefined, cmis: undefined });
    expect(of(`Facility CMIS,,\nAdno,Surname,Forename\n1,Exampleton,Zoe\n`).cmis).toBeUndefined();
  });
});
