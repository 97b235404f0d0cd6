/** What can be doubtful about an imported document (design, domain §10). */
export type DoubtCode =
  | 'head-incomplete'
  | 'weight-total'
  | 'weight-missing'
  | 'rows-suspected-missing'
  | 'target-unparsed'
  | 'aggregation-assumed'
  | 'rule-unfit'
  | 'category-suspect'
  | 'duplicate-indicator'
  | 'goal-mismatch'
  | 'goal-without-indicator'
  | 'funding-mismatch'
  | 'actual-not-number'
  | 'published-score-differs'
  | 'personal-data';
