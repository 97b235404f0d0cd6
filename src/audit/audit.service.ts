import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEvent } from './audit-event.entity.js';
import { hashOfLine } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';

const BATCH = 1000;

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: AuditRepository,
  ) {}

  /** Newest first. */
  async list(limit: number, cursor?: string): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
    const rows = await this.events.list(this.dataSource.manager, cursor, limit + 1);
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  }

  /** Walks the chain. @returns how many lines fit, and the position of the first one that does not. */
  async verify(): Promise<{ lines: number; broken: string | null }> {
    let previous = '';
    let position = 0n;
    for (;;) {
      const lines = await this.events.after(this.dataSource.manager, String(position), BATCH);
      for (const line of lines) {
        const fits = BigInt(line.position) === position + 1n && line.hash === hashOfLine(contentOf(line), previous);
        if (!fits) return { lines: Number(position), broken: line.position };
        position += 1n;
        previous = line.hash;
      }
      if (lines.length < BATCH) return { lines: Number(position), broken: null };
    }
  }
}

const contentOf = ({ hash: _, ...content }: AuditEvent): Omit<AuditEvent, 'hash'> => content;
