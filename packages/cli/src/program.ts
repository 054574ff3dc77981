import { Command } from 'commander';
import { addApiKeyCommand } from './commands/api-key.js';
import { addAuditCommand } from './commands/audit.js';
import { addConflictsCommand } from './commands/conflicts.js';
import { addDetectCommand } from './commands/detect.js';
import { addEraseCommand } from './commands/erase.js';
import { addExportCommand } from './commands/export.js';
import { addLedgerCommand } from './commands/ledger.js';
import { addLoadCommand } from './commands/load.js';
import { addMapCommand } from './commands/map.js';
import { addMatchCommand } from './commands/match.js';
import { addParseCommand } from './commands/parse.js';
import { addQuarantineCommand } from './commands/quarantine.js';
import { addRejectionsCommand } from './commands/rejections.js';
import { addServeCommand } from './commands/serve.js';
import { addSubjectAccessCommand } from './commands/subject-access.js';
import { addUnmatchedCommand } from './commands/unmatched.js';
import { addValidateCommand } from './commands/validate.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-codes.js';
import { version } from './version.js';

const EPILOGUE = `
Examples:
  rollbook detect 8561234_CTF_856LLLL_001.xml
  rollbook parse 8561234_CTF_856LLLL_001.xml --issues issues.ndjson > records.ndjson
  rollbook map pupils.xlsx --output pupils.yaml
  rollbook load pupils.xlsx --mapping pupils.yaml --school 8561234
  unzip -p export.zip | rollbook validate -
  rollbook load *.xml --db pglite:./rollbook-data --json
  rollbook ledger
  rollbook quarantine

Exit codes:
  0  clean
  1  the data has errors: issues of severity error, or records in quarantine
  2  the command was given wrongly
  3  a file can't be read: missing, damaged, cut short, or of no known format
Of several files the worst counts, where 3 is worse than 1; the others are done all the same.
70 is a failure of Rollbook, the disk or the database; 130 is Ctrl-C, with nothing half loaded.`;

/**
 * The commands, their options and their help. Rejects with a `CommanderError` for help, the version and wrong usage.
 *
 * @param finish called with the exit code by the command that ran
 */
export function createProgram(context: Context, finish: (code: ExitCode) => void): Command {
  const { out, err } = context;
  const program = new Command('rollbook')
    .description('Reads, checks and loads the exports of schools.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', EPILOGUE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.writeNow(text),
      writeErr: (text) => err.writeNow(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'rollbook: ')),
    })
    .showHelpAfterError(`See "rollbook --help".`);
  for (const add of [
    addDetectCommand,
    addParseCommand,
    addMapCommand,
    addValidateCommand,
    addLoadCommand,
    addLedgerCommand,
    addQuarantineCommand,
    addUnmatchedCommand,
    addMatchCommand,
    addConflictsCommand,
    addRejectionsCommand,
    addExportCommand,
    addAuditCommand,
    addSubjectAccessCommand,
    addEraseCommand,
    addServeCommand,
    addApiKeyCommand,
  ])
    add(program, context, finish);
  for (const command of program.commands)
    command.showHelpAfterError(`See "rollbook ${command.name()} --help".`);
  return program;
}
