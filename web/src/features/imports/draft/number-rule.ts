import { exact, isDecimal } from '@domain/exact.js';

/** Points and amounts, as the service takes them: empty, or a number of 0 or more. */
export const numberRule = (message: string) => ({
  validator: (_: unknown, value?: string | null) => {
    const said = value?.trim() ?? '';
    return said === '' || (isDecimal(said) && exact(said).gte(0))
      ? Promise.resolve()
      : Promise.reject(new Error(message));
  },
});
