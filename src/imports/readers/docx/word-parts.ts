import { readXml } from '../../../common/documents/xml-part.js';
import type { ZipArchive } from '../../../common/documents/zip-archive.js';
import { ListNumbers } from './list-numbers.js';
import { WordStyles } from './word-styles.js';

export type Attributes = Readonly<Record<string, string>>;

/** What stands beside the body of a Word document in parts of its own. */
export interface WordParts {
  readonly styles: WordStyles;
  readonly numbers: ListNumbers;
  /** Texts by element and id: `footnote 2`, `endnote 1`, `comment 0`. */
  readonly notes: ReadonlyMap<string, string>;
  /** The part or address that a relation of the body leads to. */
  readonly targets: ReadonlyMap<string, string>;
}

const FOLDER = 'word/';

export async function wordParts(archive: ZipArchive): Promise<WordParts> {
  const [styles, numbers] = [new WordStyles(), new ListNumbers()];
  const [notes, targets] = [new Map<string, string>(), new Map<string, string>()];
  await each(archive, 'styles.xml', styles);
  await each(archive, 'numbering.xml', numbers);
  for (const [part, element] of [
    ['footnotes', 'footnote'],
    ['endnotes', 'endnote'],
    ['comments', 'comment'],
  ] as const)
    // prettier-ignore
    await each(archive, `${part}.xml`, new Notes(element, notes));
  await each(archive, '_rels/document.xml.rels', {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, partAt(Target));
    },
  });
  return { styles, numbers, notes, targets };
}

const partAt = (target: string): string => (target.startsWith('/') ? target.slice(1) : FOLDER + target);

async function each(archive: ZipArchive, name: string, listener: Parameters<typeof readXml>[1]): Promise<void> {
  const part = archive.files.find((file) => file.name === FOLDER + name);
  if (part) await readXml(part.chunks(), listener);
}

/** The texts of all notes of one kind. */
class Notes {
  private written: string | null = null;
  private key = '';
  private isText = false;

  constructor(
    private readonly element: string,
    private readonly notes: Map<string, string>,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === this.element) [this.key, this.written] = [`${name} ${attributes['w:id']}`, ''];
    this.isText = name === 't';
  }

  close(name: string): void {
    this.isText = false;
    if (name !== this.element || this.written === null) return;
    this.notes.set(this.key, this.written.trim());
    this.written = null;
  }

  text(text: string): void {
    if (this.isText && this.written !== null) this.written += text;
  }
}
