import type { Locator, Page } from '@playwright/test';
import fc from 'fast-check';
import { HEAD, type Installation } from './installation.js';
import { paste } from './paste.js';
import type { Indicator } from './sheets.js';
import { expect } from './test.js';

export const DESK_ROWS = 3;

const row = fc.nat(DESK_ROWS - 1);
// Numbers that are read, texts that are not, and nothing.
const text = fc.constantFrom('1', '12', '1,234', '５', '1,5', '=A1', '');
/** What a person does at the grid, and what happens to them meanwhile. */
export const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), row, text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      row,
      texts: fc.array(text, { minLength: 2, maxLength: DESK_ROWS }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('colleague' as const), row, text: fc.constantFrom('70', '71') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(1200) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('undo', 'offline', 'online', 'leave', 'close', 'submit') }),
  },
);

export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

interface Desk {
  readonly service: Installation;
  readonly open: (address: string, look?: { beside: Page }) => Promise<Page>;
  readonly month: string;
  readonly indicators: readonly Indicator[];
}

interface Shown {
  readonly text: string;
  readonly state: string;
  readonly isLocked: boolean;
}

interface Held {
  readonly status: string;
  readonly value: string | null;
}

/** One month of a few rows, in a browser whose network comes and goes; compares screen and service when it is handed in. */
export class EntryDesk {
  private isOffline = false;
  /** Rows that a colleague has changed: the page need not know of it yet. */
  private readonly changedByOthers = new Set<string>();

  private constructor(
    public page: Page,
    private readonly desk: Desk,
  ) {}

  static async at(page: Page, desk: Desk): Promise<EntryDesk> {
    const own = new EntryDesk(page, desk);
    await page.goto(own.address);
    await own.standing();
    return own;
  }

  async do(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case 'type':
        return this.type(this.nameOf(deed.row), deed.text);
      case 'paste':
        return this.paste(this.nameOf(deed.row), deed.texts);
      case 'colleague':
        return this.colleague(this.indicatorOf(deed.row), deed.text);
      case 'wait':
        return this.page.waitForTimeout(deed.ms);
      case 'undo':
        return this.undo();
      case 'offline':
      case 'online':
        return this.connect(deed.kind === 'online');
      case 'leave':
        return this.leaveAndReturn();
      case 'close':
        return this.isOffline ? undefined : this.openAnew();
      case 'submit':
        return this.isOffline ? undefined : this.submit();
    }
  }

  /** Hands in, and compares row by row. */
  async submit(): Promise<void> {
    await this.connect(true);
    const button = this.page.getByRole('button', { name: /^提交 \d+ 项$/ });
    await this.page.keyboard.press('Escape');
    const shown = new Map<string, Shown>();
    for (const { name } of this.desk.indicators) shown.set(name, await this.shownOf(name));
    const listed = (await button.first().isEnabled()) ? await this.handIn(button.first()) : new Map<string, string>();
    for (const indicator of this.desk.indicators)
      this.compare(indicator, shown.get(indicator.name), listed.get(indicator.name), await this.held(indicator));
  }

  private compare({ name }: Indicator, shown: Shown | undefined, listed: string | undefined, held: Held | null): void {
    if (!shown || shown.isLocked) return;
    const said = `${name}: ${JSON.stringify(shown)} on the screen, ${JSON.stringify(held)} at the service`;
    const value = numberIn(shown.text);
    const isDecided = !shown.state.includes('他人');
    const isOfOthers = this.changedByOthers.has(name);
    if (held?.status === 'submitted') {
      expect(numberIn(listed ?? ''), `${said}, ${listed} in the list`).toBe(held.value);
      // What a colleague saves may come up in the cell until the list is shown.
      if (!isOfOthers) expect(value, said).toBe(held.value);
    } else if (isOfOthers || !isDecided) return;
    else if (shown.text === '') expect(held, said).toBeNull();
    else expect(value, said).toBeNull();
  }

  /** @returns the list of what is handed in, by name; answers "yes, these are right" where it is asked */
  private async handIn(button: Locator): Promise<ReadonlyMap<string, string>> {
    await button.click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const listed = new Map<string, string>();
    for (const line of await dialog.getByRole('row').all())
      listed.set(await line.locator('label').innerText(), await line.locator('td').first().innerText());
    const go = dialog.getByRole('button', { name: /^提交 \d+ 项$/ });
    if (await go.isEnabled()) {
      await go.click();
      const yes = dialog.getByRole('button', { name: /确认无误，提交$/ });
      const refused = dialog.getByText('以下各项没有提交');
      await expect(yes.or(refused).first().or(this.page.locator('.done')).first()).toBeVisible();
      if (await yes.isVisible()) {
        await yes.click();
        // The answer is kept, then the month is handed in.
        for (let quiet = 0; quiet < 3; quiet += 1) {
          await this.page.waitForTimeout(50);
          await expect(dialog.locator('.ant-btn-loading')).toHaveCount(0);
        }
      }
    }
    const cancel = dialog.getByRole('button', { name: /取\s*消/ });
    if (await dialog.isVisible()) await cancel.click().catch(() => undefined); // it may close by itself
    await expect(dialog).toBeHidden();
    return listed;
  }

  private async type(name: string, text: string): Promise<void> {
    const cell = this.cell(name);
    if (await cell.isDisabled()) return;
    await cell.fill(text);
  }

  private async paste(name: string, texts: readonly string[]): Promise<void> {
    const cell = this.cell(name);
    if (await cell.isDisabled()) return;
    await cell.focus();
    await paste(this.page, texts.map((text) => `${text}\n`).join(''));
    const dialog = this.page.getByRole('dialog');
    const fill = dialog.getByRole('button', { name: /^填入 \d+ 格$/ });
    await expect(fill).toBeVisible();
    await ((await fill.isEnabled()) ? fill : dialog.getByRole('button', { name: /取\s*消/ })).click();
    await expect(dialog).toBeHidden();
  }

  private async undo(): Promise<void> {
    const open = this.page.locator('.month-grid input:not(:disabled)').first();
    await open.focus();
    await this.page.keyboard.press('Control+z');
  }

  private async colleague({ id, name }: Indicator, value: string): Promise<void> {
    const place = `/indicators/${id}/progress/${this.desk.month}`;
    const { status, body } = await this.desk.service.request<{ version: number }>('GET', place);
    const headers: Record<string, string> =
      status === 200 ? { 'if-match': `"${body.version}"` } : { 'if-none-match': '*' };
    await this.desk.service.request('PUT', place, { body: { value }, headers, as: HEAD });
    this.changedByOthers.add(name);
  }

  private async connect(isOnline: boolean): Promise<void> {
    await this.page.context().setOffline(!isOnline);
    this.isOffline = !isOnline;
  }

  /** To another page and back, without loading anything anew. */
  private async leaveAndReturn(): Promise<void> {
    await this.page.getByRole('link', { name: '待审核' }).click();
    await expect(this.page.locator('.month-grid')).toHaveCount(0);
    await this.page.goBack();
    await this.standing();
  }

  /** The tab is killed; another one begins. */
  private async openAnew(): Promise<void> {
    const before = this.page;
    this.page = await this.desk.open(this.address, { beside: before });
    await before.close();
    await this.standing();
  }

  private async standing(): Promise<void> {
    await expect(this.cell(this.nameOf(0))).toBeVisible();
  }

  private async shownOf(name: string): Promise<Shown> {
    // At one moment: what is saved in between changes all of them.
    return this.page
      .getByRole('row', { name })
      .first()
      .evaluate((row) => {
        const cell = row.querySelector<HTMLInputElement>('.entry-cell')!;
        const state = row.querySelector<HTMLElement>('.entry-state')!.innerText;
        return { text: cell.value.trim(), state, isLocked: cell.disabled };
      });
  }

  private async held({ id }: Indicator): Promise<Held | null> {
    const { status, body } = await this.desk.service.request<Held>(
      'GET',
      `/indicators/${id}/progress/${this.desk.month}`,
    );
    return status === 200 ? body : null;
  }

  private readonly cell = (name: string) => this.page.getByLabel(`${name} 填报值`);

  private get address(): string {
    return `/entry?month=${this.desk.month}`;
  }

  private indicatorOf(row: number): Indicator {
    const indicator = this.desk.indicators[row];
    if (!indicator) throw new Error(`no row ${row}`);
    return indicator;
  }

  private readonly nameOf = (row: number): string => this.indicatorOf(row).name;
}

/** What the texts above say, read without the page's help; null for what is no number. */
function numberIn(text: string): string | null {
  return (
    { '1': '1', '12': '12', '1,234': '1234', '1234': '1234', '５': '5', '5': '5', '70': '70', '71': '71' }[text] ?? null
  );
}
