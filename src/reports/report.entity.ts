import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { inPresentShape } from './content/earlier-shapes.js';
import type { ReportContent, ReportKind } from './content/report-content.js';

/** A report as issued: frozen. What changes later makes a new version beside it. */
@Entity('report')
@Index('report_key', { synchronize: false }) // unique over coalesced ids, which TypeORM cannot express
export class Report {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ReportKind;
  /** null: of the whole installation. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  /** null: of the whole department. */
  @Column('uuid', { name: 'sheet_id', nullable: true }) sheetId!: string | null;
  @Column('text') month!: string;
  @Column('integer') version!: number;
  /** Why there is a version after the first. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** Read in the present shape, whichever version of this program froze it. */
  @Column('jsonb', { transformer: { to: (content: ReportContent) => content, from: inPresentShape } })
  content!: ReportContent;
  /** SHA-256 of the content in canonical form (RFC 8785), hexadecimal. */
  @Column('text') hash!: string;
  @Column('text', { name: 'issued_by' }) issuedBy!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
}
