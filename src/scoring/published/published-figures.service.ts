import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Indicator } from '../../targets/indicators/indicator.entity.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';
import type { PublishedFigures } from './beside-published.js';

/** What was published of a sheet that was adopted from a self-evaluation. */
@Injectable()
export class PublishedFiguresService {
  constructor(private readonly dataSource: DataSource) {}

  async of(sheetId: string): Promise<PublishedFigures> {
    const { manager } = this.dataSource;
    const select = { id: true, published: true } as const;
    const sheet = await manager.findOne(TargetSheet, { where: { id: sheetId }, select: { ...select } });
    const rows = await manager.find(Indicator, { where: { sheetId }, select: { ...select } });
    const indicators = rows.flatMap(({ id, published }) => (published ? [[id, published] as const] : []));
    return { sheet: sheet?.published ?? null, indicators: new Map(indicators) };
  }
}
