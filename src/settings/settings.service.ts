import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { updateVersioned } from '../audit/versioned.js';
import { Setting } from './setting.entity.js';

const WHAT = { zh: '设置', en: 'setting' };

/** A document with the version that whoever changes it must have seen. */
export interface Versioned<T> {
  readonly version: number;
  readonly value: T;
}

@Injectable()
export class SettingsService {
  constructor(private readonly dataSource: DataSource) {}

  async read<T extends object>(name: string, defaults: T): Promise<Versioned<T>> {
    const { value, version } = await this.named(name);
    return { version, value: { ...defaults, ...value } };
  }

  /** @throws ConflictError with the current document */
  async write<T extends object>(name: string, version: number | null, value: T): Promise<Versioned<T>> {
    const { id } = await this.named(name);
    const changed = await updateVersioned(this.dataSource.manager, Setting, { id, version }, { value }, WHAT);
    return { version: changed.version, value };
  }

  private named(name: string): Promise<Setting> {
    return this.dataSource.manager.findOneByOrFail(Setting, { name });
  }
}
