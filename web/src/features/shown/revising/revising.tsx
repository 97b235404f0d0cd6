import { Form } from 'antd';
import { useState } from 'react';
import { usePreviewRevision, useRevise, type Revision, type RevisionPreview } from '../../../api/sheets.js';
import type { TargetSheet } from '../../../api/types.js';
import { sayAtFields } from '../../../components/field-problems.js';
import { storedMeanwhile } from '../../../components/versioned-form.js';
import { bodyOf, type GivenRevision } from './given-revision.js';
import { RevisionForm } from './revision-form.js';
import { RevisionPreviewed } from './revision-previewed.js';

export interface RevisingProps {
  readonly sheet: TargetSheet;
  readonly revisions: readonly Revision[];
  /** Months that take no entries any more. */
  readonly closed: readonly string[];
  /** Points for budget execution. */
  readonly execution: string;
  readonly first?: string | undefined;
  readonly onClose: () => void;
}

/** Two steps of one form: what shall hold, and what that changes. Nobody loses what they typed between the two. */
export function Revising(props: RevisingProps) {
  const { onClose } = props;
  const [form] = Form.useForm<GivenRevision>();
  // As it was when the form began: only what differs from it is sent, so nothing of others is taken back.
  const [begun] = useState(props.sheet);
  const [version, setVersion] = useState(begun.version);
  const [would, setWould] = useState<RevisionPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = usePreviewRevision(begun.id);
  const revise = useRevise();
  const given = (): ReturnType<typeof bodyOf> => bodyOf(form.getFieldsValue(true) as GivenRevision, begun);
  const refuse = (error: Error): void => {
    setWould(null);
    setProblem(sayAtFields(form, error, (parts) => parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part))));
  };
  return (
    <>
      <div hidden={would !== null}>
        <RevisionForm
          {...{ ...props, sheet: begun, form, problem, isPending: preview.isPending }}
          isOutdated={version !== begun.version ? version : null}
          onGiven={() => {
            setProblem(null);
            preview.mutate(given(), { onSuccess: setWould, onError: refuse });
          }}
        />
      </div>
      {would && (
        <RevisionPreviewed
          would={would}
          isPending={revise.isPending}
          onBack={() => {
            setWould(null);
          }}
          onConfirm={() => {
            const onError = (error: Error): void => {
              const current = storedMeanwhile(error) as TargetSheet | null;
              if (current === null) refuse(error);
              else {
                setWould(null);
                setVersion(current.version);
              }
            };
            revise.mutate({ id: begun.id, version, ...given() }, { onSuccess: onClose, onError });
          }}
        />
      )}
    </>
  );
}
