import { Alert, Button, Input, type InputRef, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateSection } from '../../api/organisation.js';

interface Section {
  readonly id: string;
  readonly name: string;
}

interface NewSectionProps {
  readonly departmentId: string;
  readonly sections: readonly Section[];
  /** As the document prints it; empty where it prints none. */
  readonly printed: string;
  /** How often a range has been ticked. */
  readonly ranges: number;
  readonly onChosen: (section: Section) => void;
}

/** Where the section is missing, it is made on the way: its name and Enter. */
export function NewSection({ departmentId, sections, printed, ranges, onChosen }: NewSectionProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const create = useCreateSection(departmentId);
  const name = (typed ?? printed).trim();
  const submit = (): void => {
    const known = sections.find((section) => section.name === name);
    if (known) onChosen(known);
    else if (name !== '') create.mutate(name, { onSuccess: onChosen });
  };
  return (
    <>
      <Space.Compact size="small">
        <Input
          ref={useFocusAfterRange(ranges)}
          className="owners-new"
          aria-label={t('owners.newName')}
          placeholder={t('owners.newName')}
          value={typed ?? printed}
          onChange={({ target }) => {
            setTyped(target.value);
            create.reset();
          }}
          onPressEnter={submit}
        />
        <Button disabled={name === ''} loading={create.isPending} onClick={submit}>
          {t('owners.createAndGive')}
        </Button>
      </Space.Compact>
      {create.error && <Alert type="error" showIcon title={create.error.message} />}
    </>
  );
}

/** Who has ticked a whole range is done with ticking: what is typed next is the section. */
function useFocusAfterRange(ranges: number) {
  const input = useRef<InputRef>(null);
  const before = useRef(ranges);
  useEffect(() => {
    if (ranges !== before.current) input.current?.focus({ preventScroll: true });
    before.current = ranges;
  }, [ranges]);
  return input;
}
