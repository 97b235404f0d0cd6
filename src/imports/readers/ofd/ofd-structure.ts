import path from 'node:path/posix';
import { damagedDocument } from '../../../common/documents/errors.js';
import { readXml } from '../../../common/documents/xml-part.js';
import type { ZipArchive, ZippedFile } from '../../../common/documents/zip-archive.js';

/** Where the pages of a document lie, in their order, and the title that it gives itself. */
export interface OfdStructure {
  readonly title: string | undefined;
  readonly pages: readonly ZippedFile[];
  /** Pages that others are drawn over, by their id. */
  readonly templates: ReadonlyMap<string, ZippedFile>;
}

/** Follows OFD.xml to the document and its pages (GB/T 33190, 7.4 and 7.5). A package may hold several documents. */
export async function ofdStructure(archive: ZipArchive): Promise<OfdStructure> {
  const files = new Map(archive.files.map((file) => [file.name, file]));
  const roots: string[] = [];
  let [title, element] = ['', ''];
  await readXml(fileOf(files, '', 'OFD.xml').chunks(), {
    open: (name) => {
      element = name;
      if (name === 'DocRoot') roots.push('');
    },
    close: () => (element = ''),
    text: (text) => {
      if (element === 'Title') title += text;
      if (element === 'DocRoot') roots.push(`${roots.pop() ?? ''}${text.trim()}`);
    },
  });
  const pages: ZippedFile[] = [];
  const templates = new Map<string, ZippedFile>();
  for (const root of roots) {
    await readXml(fileOf(files, '', root).chunks(), {
      open: (name, { ID = '', BaseLoc = '' }) => {
        if (name === 'Page') pages.push(fileOf(files, root, BaseLoc));
        if (name === 'TemplatePage') templates.set(ID, fileOf(files, root, BaseLoc));
      },
    });
  }
  return { title: title.trim() || undefined, pages, templates };
}

/** A place is written from the folder of the file that names it, or from the top with a stroke before it. */
function fileOf(files: ReadonlyMap<string, ZippedFile>, from: string, to: string): ZippedFile {
  const place = to.startsWith('/') ? to : path.join('/', path.dirname(from), to);
  const file = files.get(path.normalize(place).slice(1));
  if (!file) throw damagedDocument();
  return file;
}
