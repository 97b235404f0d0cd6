/** What an entry off its pace says before it may be submitted. */
export const EXPLAINED = { deviationReason: '两次会议改期', correctiveMeasure: '下月补开' };
