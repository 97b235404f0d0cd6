import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ScoringReport } from './scoring-report.js';

/** A monthly scoring report as issued: frozen. What changes later makes a new version beside it. */
@Entity('report')
@Unique('report_department_month_version_key', ['departmentId', 'month', 'version'])
export class Report {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  @Column('text') month!: string;
  @Column('integer') version!: number;
  @Column('jsonb') content!: ScoringReport;
  /** SHA-256 of the content in canonical form (RFC 8785), hexadecimal. */
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
}
