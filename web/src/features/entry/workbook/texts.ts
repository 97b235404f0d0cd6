import type { Texts } from '../../../i18n/texts.js';

export const workbookTexts = {
  workbook: {
    button: ['用 Excel 填报', 'Fill in with Excel'],
    title: ['用 Excel 填报：{{month}}', 'Fill in with Excel: {{month}}'],
    out: ['下载，离线填写', 'Download it and fill it in'],
    in: ['上传填好的表', 'Upload what was filled in'],
    download: ['下载 {{month}} 的填报表（.xlsx）', 'Download the workbook of {{month}} (.xlsx)'],
    how: [
      '表中已有目前填过的内容。白色单元格填写，灰色的不填；不用公式，不改表头，排序时选中全部列。',
      'It holds what has been entered so far. Fill in the white cells and leave the grey ones; no formulas, keep the headers, and sort all columns together.',
    ],
    drop: ['把填好的表拖到这里，或点击选择', 'Drop the filled workbook here, or click to choose it'],
    dropHint: [
      '先逐行预览：写入什么、与现有内容有何不同、哪些不能写入。您确认前不写入任何内容。最大 20 MB。',
      'It is shown row by row first: what would be written, what differs, what cannot be. Nothing is written before you say so. At most 20 MB.',
    ],
    looking: ['正在核对……', 'Looking at it …'],
    stop: ['停止', 'Stop'],
    toWrite: ['将写入 {{count}} 行', '{{count}} rows will be written', '{{count}} row will be written'],
    written: ['已写入 {{count}} 行', '{{count}} rows written', '{{count}} row written'],
    refused: ['{{count}} 行不能写入', '{{count}} rows cannot be written', '{{count}} row cannot be written'],
    unchanged: [
      '{{count}} 行与系统中相同，不动',
      '{{count}} rows are as stored and stay',
      '{{count}} row is as stored and stays',
    ],
    refusedHow: [
      '不能写入的行按原因改好后重新上传即可，已写入的行不会重复写入。',
      'Mend the rows that cannot be written and upload again; rows that are written already are not written twice.',
    ],
    nothingNew: [
      '表中没有新的内容：填过的行都与系统中相同。',
      'The workbook says nothing new: all filled rows are as stored.',
    ],
    row: ['行', 'Row'],
    now: ['系统中', 'Stored'],
    then: ['将写入', 'Will be written'],
    outcome: ['结果', 'Outcome'],
    theirs: ['系统中现为 {{value}}。', 'Stored now: {{value}}.'],
    sameFigure: ['（数值不变）', '(same figure)'],
    emptied: ['清空', 'emptied'],
    take: ['写入 {{count}} 行', 'Write {{count}} rows', 'Write {{count}} row'],
    takeRest: [
      '只写入无误的 {{count}} 行',
      'Write only the {{count}} rows that are right',
      'Write only the {{count}} row that is right',
    ],
    another: ['换一个文件', 'Another file'],
    toGrid: ['回到填报表核对并提交', 'Back to the grid to check and submit'],
    next: [
      '写入的是草稿，还没有提交：请在填报页核对后提交。',
      'They are drafts and not handed in yet: check them in the grid, then submit.',
    ],
    nothingWritten: ['没有写入任何内容。', 'Nothing was written.'],
    notSure: [
      '可能没有写入。文件仍在这里，点“重新核对”可看到哪些行还没有写入。',
      'It may not have been written. The file is still here: look at it again to see which rows are not written.',
    ],
    again: ['重新核对', 'Look again'],
    unreadable: [
      '读不出这个文件：可能已移动、删除，或正被占用。请关闭表格软件后重新选择。',
      'The file cannot be read: it may have been moved, deleted or locked. Close the spreadsheet and choose it again.',
    ],
    tooLarge: [
      '文件超过 20 MB。填报表通常不到 1 MB：请删去图片和多余的工作表，或重新下载填报表。',
      'The file is larger than 20 MB. Such a workbook usually has less than 1 MB: remove pictures and other worksheets, or download it again.',
    ],
  },
} as const satisfies Texts;
