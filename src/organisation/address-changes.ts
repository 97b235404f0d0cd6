import { Injectable } from '@nestjs/common';

type Listener = (departmentIds: readonly string[]) => Promise<void>;

/**
 * Tells who writes to people that some are reached elsewhere, or nowhere, from now on. After the change is committed: it
 * stands, whatever becomes of what is planned anew.
 */
@Injectable()
export class AddressChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** @param departmentIds whose duties are concerned */
  async publish(departmentIds: readonly string[]): Promise<void> {
    if (departmentIds.length === 0) return;
    for (const listener of this.listeners) await listener([...new Set(departmentIds)]);
  }
}
