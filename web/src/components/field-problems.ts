import type { FormInstance } from 'antd';
import { ApiError } from '../api/api-error.js';

type Place = readonly (string | number)[];

/**
 * Says at each field what a refused request says of it.
 * @param placeOf the field that a part of the request came from
 * @returns what is left for the form as a whole; null: nothing
 */
export function sayAtFields(form: FormInstance, error: Error, placeOf: (parts: string[]) => Place): string | null {
  const names = form.getFieldsError().map(({ name }) => name);
  form.setFields(names.map((name) => ({ name, errors: [] })));
  const problems = error instanceof ApiError ? error.errors : [];
  const placed = problems.flatMap(({ pointer, message }) => {
    const parts = pointer.split('/').slice(1);
    const place = placeOf(parts).join('/');
    const name = names.find((one) => one.join('/') === place);
    return name === undefined ? [] : [{ name, errors: [withoutName(message, parts.at(-1) ?? '')] }];
  });
  form.setFields(placed);
  return placed.length > 0 && placed.length === problems.length ? null : error.message;
}

/** The interface names the field before what it says of it; beside the field its label does. */
const withoutName = (message: string, name: string): string =>
  message.startsWith(`${name} `) ? message.slice(name.length + 1) : message;
