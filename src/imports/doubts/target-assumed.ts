import { eachIndicator, eachSheet } from './doubt-check.js';

/** 》 is typed for > and, as often, for ≥. */
export const targetAssumed = eachIndicator('target-assumed', ({ name, raw, comparator }) => {
  if (!/[》《]/.test(raw) || comparator === null || comparator === 'qualitative') return null;
  const zh = `“${name}”的指标值“${raw}”用书名号代替比较符，按“${comparator}”读取，请核对。`;
  const en = `The target “${raw}” of “${name}” has a quotation mark for a sign; it was read as “${comparator}”. Please check.`;
  const answers = [/[》]/.test(raw) ? '≥' : '≤', /[》]/.test(raw) ? '>' : '<'].map((sign) => {
    const target = raw.replace(/[》《]/, sign);
    return { label: { zh: target, en: target }, part: 'decisions' as const, value: { target } };
  });
  return { severity: 'warning', message: { zh, en }, answers };
});

/** What is told in %, by its name. */
const SHARE = /率|比例|占比|比重|幅度|程度|满意|知晓|准确|覆盖|及时|增长|增幅|完成|合格|达标|下降|提升|提高|降低|减少/;

/** 指标值（%） stands above counts, too, and 指标值（个） above rates. */
export const unitOfHead = eachSheet('target-assumed', ({ draft: { indicators }, headers }) =>
  headers.flatMap(({ unitAbove: unit, columns }) => {
    if (unit == null || columns?.unit !== undefined) return [];
    return indicators.flatMap(({ name, unit: own, raw, source }, indicator) => {
      if (own !== unit || (unit === '%') === SHARE.test(name)) return [];
      const zh = `“${name}”的指标值按表头的单位读作“${raw}”，与指标名称不相称，请核对。`;
      const en = `The target of “${name}” was read as “${raw}”, with the unit of the head, which hardly fits its name. Please check.`;
      return [{ severity: 'warning' as const, message: { zh, en }, indicator, source }];
    });
  }),
);

/** A target that is merged over several rows is read for each of them; it may be meant for all together. */
export const targetShared = eachSheet('target-assumed', ({ draft: { indicators } }) => {
  const places = new Map<string, typeof indicators>();
  for (const indicator of indicators) {
    // In a text the source of a cell is its line, which can hold the targets of several.
    const place = `${indicator.places.target ?? ''}\n${indicator.raw}`;
    places.set(place, [...(places.get(place) ?? []), indicator]);
  }
  return [...places].flatMap(([place, [first, ...others]]) => {
    const [source = ''] = place.split('\n');
    if (source === '' || !first || others.length === 0 || first.source === source) return [];
    const [names, raw] = [[first, ...others].map(({ name }) => `“${name}”`), first.raw];
    const zh = `${names.join('、')}共用一个合并单元格的指标值“${raw}”，每项都按它读取。如为各项合计，请分别填写。`;
    const en = `${names.join(', ')} share one target, “${raw}”, in a merged cell; it was read for each. If it is meant for all together, enter the target of each.`;
    return [{ severity: 'warning' as const, message: { zh, en }, source }];
  });
});
