// People who rename departments without pause, and whether everything that was acknowledged is there afterwards.
import { setTimeout as pause } from 'node:timers/promises';

const WRITERS = 20;

/** Departments of their own for as many writers; somebody of the performance office is signed in. */
export async function newDepartments(server) {
  const departments = [];
  for (let number = 0; number < WRITERS; number += 1) {
    const { body } = await server.request('POST', '/departments', { name: `部门 ${number}` });
    departments.push(body);
  }
  return departments;
}

/** Renames departments without pause. @returns a function that ends it, and says which answers came */
export function keepWriting(server, departments) {
  const answers = {};
  let going = true;
  const write = async (department) => {
    for (let count = 0; going; count += 1) {
      const name = `${department.id} ${count}`;
      const started = Date.now();
      const answer = await server.request(
        'PATCH',
        `/departments/${department.id}`,
        { name },
        { 'if-match': `"${department.version}"` },
      );
      const status = answer?.status ?? 'none';
      answers[status] = (answers[status] ?? 0) + 1;
      answers.slowestMs = Math.max(answers.slowestMs ?? 0, Date.now() - started);
      if (status === 200) Object.assign(department, { name, version: answer.body.version });
      else if (status === 412)
        Object.assign(department, { version: answer.body.current.version, maybe: answer.body.current.name });
      else await pause(100);
    }
  };
  const writers = departments.map(write);
  return async () => {
    going = false;
    await Promise.all(writers);
    return answers;
  };
}

/** @param rows departments as they are stored @returns how many are older than what was acknowledged */
export function lost(rows, departments) {
  const stored = new Map(rows.map((row) => [row.id, row]));
  return departments.filter(({ id, version }) => stored.get(id).version < version).length;
}
