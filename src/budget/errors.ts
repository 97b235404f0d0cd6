import { DomainError, type Problem } from '../domain/domain-error.js';

/**
 * @param share spent of the year's budget, in %
 * @param fields that are missing
 */
export function executionUnexplained(share: string, fields: readonly string[]): DomainError {
  const message = {
    zh: `全年预算执行率为 ${share}%，低于 90%，请填写偏差原因分析和改进措施。`,
    en: `${share} % of the budget is spent by the end of the year, less than 90 %: give the reason and the corrective measure.`,
  };
  const problems = fields.map((field): Problem => ({ code: 'execution-low', pointer: `/${field}`, message }));
  return new DomainError('unfit', 'deviation-unexplained', message, problems);
}
