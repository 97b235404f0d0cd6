import type { INestApplicationContext } from '@nestjs/common';
import { Command, Option } from 'commander';
import { CreateUserDto } from '../auth/users/dto/user.dto.js';
import { SecondFactorsService } from '../auth/second-factor/second-factors.service.js';
import { UserPasswordsService } from '../auth/users/user-passwords.service.js';
import { UsersService } from '../auth/users/users.service.js';
import { validationPipe } from '../common/http/validation.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { SectionsService } from '../organisation/sections.service.js';
import { readConfiguration } from '../config/configuration.js';
import { note, print, say } from './console-output.js';
import { withApplication } from './with-application.js';
import { type Role, ROLES } from '../domain/roles.js';

interface AddOptions {
  readonly role: Role;
  readonly name?: string;
  readonly email?: string;
  readonly department?: string;
  readonly section: readonly string[];
}

const collect = (value: string, former: readonly string[]): string[] => [...former, value];

export function addUserCommand(program: Command): void {
  const user = program.command('user').description('accounts / 账号');
  user
    .command('add')
    .argument('<username>')
    .description('make an account and print its one-time password / 新建账号并显示一次性密码')
    .addOption(new Option('--role <role>').choices([...ROLES]).makeOptionMandatory())
    .option('--name <name>', 'as people call them; the user name where nothing is given')
    .option('--email <address>')
    .option('--department <name>', 'for heads, reporters and viewers')
    .option('--section <name>', 'for reporters; may be repeated', collect, [])
    .action((username: string, options: AddOptions) => onAccounts((app) => add(app, username, options), 'join'));
  user
    .command('reset-password')
    .argument('<username>')
    .description('end all sessions and print a new one-time password / 重置密码')
    .action((username: string) => onAccounts((app) => resetPassword(app, username)));
  user
    .command('end-second-factor')
    .argument('<username>')
    .description('end all sessions and ask for the password alone / 停用第二重验证')
    .action((username: string) =>
      withApplication(readConfiguration(process.env), (app) => endSecondFactor(app, username)),
    );
}

/** For the last security administrator whose telephone is lost: nobody else could end it. */
async function endSecondFactor(app: INestApplicationContext, username: string): Promise<void> {
  const { id } = await app.get(UsersService).findByName(username);
  await app.get(SecondFactorsService).endAll(id);
}

const onAccounts = (work: (app: INestApplicationContext) => Promise<string>, how?: 'join'): Promise<void> =>
  withApplication(
    readConfiguration(process.env),
    async (app) => {
      const password = await work(app);
      note(say('一次性密码（首次登录后须修改）：', 'One-time password, to be changed at the first sign-in:'));
      print(password);
    },
    how,
  );

async function add(
  app: INestApplicationContext,
  username: string,
  { role, name, email, department, section }: AddOptions,
): Promise<string> {
  const departmentId = department === undefined ? null : await app.get(DepartmentsService).idOf(department);
  const sectionIds = departmentId === null ? [] : await app.get(SectionsService).idsOf(departmentId, section);
  const account = { username, displayName: name ?? username, email, role, departmentId, sectionIds };
  const checked = (await validationPipe().transform(account, {
    type: 'body',
    metatype: CreateUserDto,
  })) as CreateUserDto;
  return (await app.get(UsersService).create(checked)).password;
}

async function resetPassword(app: INestApplicationContext, username: string): Promise<string> {
  const { id } = await app.get(UsersService).findByName(username);
  return app.get(UserPasswordsService).reset(id);
}
