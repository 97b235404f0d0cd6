const LONGEST_ROW = 120;
/** Of who signed, when, and where to call: their values are personal data, which no message repeats. */
const SIGNATURE = /人$|人员$|同志$|姓名|日期|电话|手机|签|章/;

/** A row as a doubt shows it: `备注 | 无`, but `填表人…`. */
export function shownRow(text: string): string {
  const [label = ''] = text.split(/[:：|]/);
  return SIGNATURE.test(label.trim()) ? `${label.trim()}…` : text.slice(0, LONGEST_ROW);
}
