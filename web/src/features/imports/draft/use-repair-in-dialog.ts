import type { FormInstance } from 'antd';
import { useState } from 'react';
import { type Repair, useRepair } from '../../../api/imports.js';
import { sayAtFields } from '../../../components/field-problems.js';
import { useDraft } from './use-draft.js';

/** A repair that a dialog makes: what is refused is said in it, at its field, and not on the page behind it. */
export function useRepairInDialog(form: FormInstance) {
  const { draft } = useDraft();
  const { mutate, isPending } = useRepair(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const repair = (repairs: Repair[], onSuccess: () => void): void => {
    setProblem(null);
    mutate(repairs, {
      onSuccess,
      onError: (error) => {
        setProblem(sayAtFields(form, error, fieldOf));
      },
    });
  };
  return { repair, isChanging: isPending, problem };
}

/** `repairs/0/fields/weight`, or `repairs/0/into/1/weight` of a row that is split. */
function fieldOf(parts: string[]): (string | number)[] {
  const [, , list, part] = parts;
  const name = parts.at(-1) ?? '';
  return list === 'into' ? ['parts', Number(part), name] : [name];
}
