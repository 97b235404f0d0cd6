import type { Texts } from '../../i18n/texts.js';

export const policiesTexts = {
  policies: {
    title: ['评分政策', 'Policies'],
    hint: [
      '按什么规则计分，换一种规则会怎样。这里只作比较，不改变任何得分；各表采用哪种政策在目标表中指定。',
      'By what rules points are given, and what other rules would change. This only compares and changes no score; each target sheet names the policy that holds for it.',
    ],
    choose: ['选择评分政策', 'Choose a policy'],
    own: ['试拟规则', 'Try own rules'],
    inWords: ['规则', 'The rules'],
    exact: ['规则原文（第 {{version}} 版）', 'The exact rules (version {{version}})'],
    comparison: ['若按这套规则评分', 'If these rules held'],
    between: ['；', '; '],
    points: ['{{points}} 分，表中另有规定的除外', '{{points}} points, unless the sheet says otherwise'],
    equalsAbove: {
      full: ['得满分', 'earns all of it'],
      symmetric: ['按 目标值÷完成值 折减', 'earns target ÷ actual'],
      zero: ['不得分', 'earns nothing'],
    },
    nothing: ['不得分', 'earns nothing'],
    share: ['得 {{share}} 的分', 'earns {{share}} of its points'],
    step: ['完成率 ≥ {{from}} 得 {{share}}', 'completion ≥ {{from}} earns {{share}}'],
    lastStep: ['以下不得分', 'nothing below'],
    deviationIs: {
      flag: [
        '超过目标 {{threshold}} 及以上的，标记提示，不扣分',
        'flagged from {{threshold}} above the target, no points lost',
      ],
      deduct: [
        '超过目标 {{threshold}} 及以上的，扣 {{points}} 分',
        '{{points}} points lost from {{threshold}} above the target',
      ],
    },
    noCaps: ['不封顶', 'no cap'],
    cap: ['执行率低于 {{below}} 的，最高 {{cap}} 分', 'at most {{cap}} below {{below}} of the budget spent'],
    lightsAre: [
      '时序进度 ≥ {{green}} 为正常，≥ {{amber}} 为预警，以下为滞后',
      'on track from {{green}} of the pace, behind from {{amber}}, far behind below',
    ],
    rule: {
      executionWeight: ['预算执行分值', 'Points for budget execution'],
      equalsAbove: ['“=”类指标超出目标值', 'An “=” target that is exceeded'],
      lateCompletion: ['逾期完成', 'Completed after its day'],
      gradedSteps: ['分档赋分', 'Graded by steps'],
      gradeBands: ['定性指标的等级系数', 'Coefficients of the grades'],
      deviation: ['偏离目标', 'Far above the target'],
      ratings: ['等级', 'Ratings'],
      executionCaps: ['预算执行率封顶', 'Caps by budget execution'],
      lights: ['灯号', 'Lights'],
    },
    elsewhere: ['{{title}}：{{words}}', '{{title}}: {{words}}'],
    meanOf: ['{{count}} 张表的平均', 'mean of {{count}} sheets', 'mean of {{count}} sheet'],
    totals: [
      '截至{{month}}共 {{all}} 张表：{{up}} 张升分，{{down}} 张降分，{{rerated}} 张改变等级。',
      'As of {{month}}, of {{all}} sheets {{up}} would rise, {{down}} fall and {{rerated}} change their rating.',
    ],
    means: ['平均 {{own}} → {{other}} 分', 'Mean {{own}} → {{other}}'],
    which: {
      own: ['现行', 'As it is'],
      other: ['换用后', 'Then'],
    },
    by: ['比较对象', 'Compare by'],
    view: {
      sheet: ['目标表', 'Sheets'],
      department: ['部门', 'Departments'],
      indicator: ['指标', 'Indicators'],
    },
    onlyChanged: ['只看有变化的', 'Only what changes'],
    same: [
      '没有变化：这些表已采用这套规则，或两套规则结果相同。',
      'Nothing would change: the sheets follow these rules already, or both give the same.',
    ],
    noneOf: ['没有一项指标的得分有变化。', 'The points of no indicator change.'],
    change: ['变化', 'Change'],
    write: ['试拟规则', 'Rules to try'],
    startFrom: ['以现有政策为底稿：', 'Start from:'],
    fromFile: ['打开文件……', 'Open a file …'],
    rulesLabel: ['规则（JSON），边写边查', 'Rules (JSON), checked while you write'],
    empty: [
      '选一套现有政策作底稿，改动其中的数字，右边即显示会有什么变化。',
      'Start from a policy that there is and change its figures: what would change shows beside it.',
    ],
    noJson: [
      '此处起不是有效的 JSON：检查引号、逗号和括号。',
      'No valid JSON from here: check quotes, commas and brackets.',
    ],
    valid: [
      '规则无误。采用请交系统管理员放入 policies 文件夹。',
      'The rules are right. To put them in force, the system administrator places them in the folder “policies”.',
    ],
    line: ['第 {{line}} 行', 'Line {{line}}'],
    onceRight: ['规则无误后，这里显示会有什么变化。', 'Once the rules are right, this shows what would change.'],
    ownInWords: ['这套规则的文字说明', 'These rules in words'],
  },
} as const satisfies Texts;
