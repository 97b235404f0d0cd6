import { InboxOutlined } from '@ant-design/icons';
import { Select, Upload, type UploadFile } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemDetails } from '../../../api/api-error.js';
import { uploadHeaders } from '../../../api/client.js';
import { type AddedEvidence, type EvidenceKind, type EvidencePlace, evidenceUpload } from '../../../api/evidence.js';

interface EvidenceDropProps {
  readonly place: EvidencePlace;
  readonly onAdded: (file: AddedEvidence) => void;
}

type Answered = UploadFile<AddedEvidence | ProblemDetails>;

/** Files are dropped or chosen; each shows how far it is, and can be stopped; what was refused says why. */
export function EvidenceDrop({ place, onAdded }: EvidenceDropProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<EvidenceKind>();
  const [underway, setUnderway] = useState<Answered[]>([]);
  return (
    <>
      <label className="evidence-kind">
        {t('evidence.kindOf')}
        <Select
          size="small"
          allowClear
          aria-label={t('evidence.kindOf')}
          placeholder={t('evidence.kindDemanded')}
          value={kind}
          options={(['work-record', 'voucher'] as const).map((value) => ({
            value,
            label: t(`evidence.kind.${value}`),
          }))}
          onChange={setKind}
        />
      </label>
      <Upload.Dragger
        multiple
        name="file"
        action={evidenceUpload(place, kind)}
        headers={uploadHeaders()}
        locale={{ removeFile: t('evidence.stop') }}
        fileList={underway}
        onChange={({ file, fileList }) => {
          if (file.status === 'done') onAdded(file.response as AddedEvidence);
          setUnderway(fileList.filter(({ status }) => status !== 'done'));
        }}
        itemRender={(item, { response, status }: Answered) => (
          <>
            {item}
            {status === 'error' && (
              <div role="alert" className="entry-wrong">
                {(response as ProblemDetails | undefined)?.title ?? t('service.unreachable')}
              </div>
            )}
          </>
        )}
      >
        <InboxOutlined aria-hidden /> {t('evidence.drop')}
      </Upload.Dragger>
    </>
  );
}
