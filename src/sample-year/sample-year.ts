import { readFileSync } from 'node:fs';
import { fromProjectRoot } from '../common/project-root.js';
import type { ContactDuty } from '../organisation/contact.entity.js';
import type { SaveEntryDto } from '../progress/entries/dto/entry.dto.js';
import type { EntryStatus } from '../progress/entries/progress-entry.entity.js';

/** What `samples/2026-city-office-year.json` holds: an invented office, and what happened in its year. */
export interface SampleYear {
  readonly document: string;
  readonly department: string;
  readonly sections: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
    readonly duty: ContactDuty;
    readonly section: string | null;
    readonly language: 'zh' | 'en';
  }[];
  /** One for each role that works with targets; the administrators come with every installation. */
  readonly users: readonly {
    readonly username: string;
    readonly displayName: string;
    readonly email: string;
    readonly role: 'performance-office' | 'department-head' | 'reporter' | 'viewer';
    readonly section: string | null;
  }[];
  /** In the order of the document. */
  readonly sheets: readonly SampleSheet[];
}

export interface SampleSheet {
  readonly waiver: string | null;
  /** Section that owns each indicator, in the order of the sheet. */
  readonly owners: readonly string[];
  /** By place of the indicator: the value that it is entered by together with indicators of other sheets. */
  readonly measures?: Readonly<Record<string, string>>;
  /** For each goal, the indicators that show it; commitments follow on after the indicators. */
  readonly goals: readonly (readonly number[])[];
  readonly commitments: readonly {
    readonly level1: string;
    readonly level2: string;
    readonly name: string;
    readonly raw: string;
    readonly owner: string;
  }[];
  readonly budget: readonly { readonly month: string; readonly spent: string; readonly adjustedBudget?: string }[];
  /** By place of the indicator. */
  readonly entries: Readonly<Record<string, readonly SampleEntry[]>>;
}

export interface SampleEntry extends SaveEntryDto {
  readonly month: string;
  /** How far the entry got; approved where nothing is said. */
  readonly status?: EntryStatus;
  /** It was submitted and came back. */
  readonly returned?: { readonly by: string; readonly reason: string };
}

export function readSampleYear(): { year: SampleYear; document: Uint8Array } {
  const year = JSON.parse(readFileSync(fromProjectRoot('samples/2026-city-office-year.json'), 'utf8')) as SampleYear;
  return { year, document: readFileSync(fromProjectRoot('samples', year.document)) };
}
