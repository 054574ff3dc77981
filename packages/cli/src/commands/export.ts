import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-codes.js';
import { addExportListCommands } from './export-lists.js';
import { addExportOneCommand } from './export-one.js';
import { addExportProfileCommand } from './export-profile.js';

export function addExportCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const parent = program
    .command('export')
    .description('write files for the systems of a council, from the pupils of a store');
  for (const add of [addExportOneCommand, addExportProfileCommand, addExportListCommands])
    add(parent, context, finish);
  for (const command of parent.commands)
    command.showHelpAfterError(`See "rollbook export ${command.name()} --help".`);
}
